set(FILES model.cpp load.cpp read_values.cpp)
