set(FILES layering_test.cpp tree.cpp)
