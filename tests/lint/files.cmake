set(FILES
  inspect.cpp
  golden_test.cpp
  pages_test.cpp
  reports_test.cpp
  shipped_test.cpp
)
