set(FILES date_test.cpp duration_test.cpp period_test.cpp calendar_test.cpp value_test.cpp
  conformance_test.cpp)
