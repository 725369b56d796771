set(FILES
  run.cpp)
