set(FILES fingerprint_test.cpp join_test.cpp status_test.cpp window_test.cpp published_test.cpp)
