set(FILES difference_test.cpp)
