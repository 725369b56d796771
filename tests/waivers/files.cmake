set(FILES golden_test.cpp pattern_test.cpp write_test.cpp)
