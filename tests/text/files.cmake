set(FILES source_test.cpp utf8_test.cpp nearest_test.cpp diagnostic_test.cpp render_test.cpp)
