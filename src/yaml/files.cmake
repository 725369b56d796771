set(FILES parse.cpp excerpt.cpp node.cpp mapping.cpp)
