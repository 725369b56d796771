set(FILES load_test.cpp dump.cpp model_test.cpp)
