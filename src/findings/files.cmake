set(FILES finding.cpp)
