set(FILES load.cpp)
