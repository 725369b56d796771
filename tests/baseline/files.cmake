set(FILES chain_test.cpp read_test.cpp sample.cpp)
