set(FILES golden_test.cpp)
