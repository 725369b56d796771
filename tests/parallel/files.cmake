set(FILES
  run_test.cpp)
