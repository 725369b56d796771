set(FILES evaluate.cpp)
