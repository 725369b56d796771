set(FILES golden_test.cpp managers_page_test.cpp)
