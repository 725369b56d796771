set(FILES audit_test.cpp)
