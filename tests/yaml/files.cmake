set(FILES parse_test.cpp dump.cpp excerpt_test.cpp mapping_test.cpp limits_test.cpp)
