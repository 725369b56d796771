set(FILES
  find_test.cpp
  golden_test.cpp
  init_test.cpp
  pack.cpp
  report_test.cpp
)
