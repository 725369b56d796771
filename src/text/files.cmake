set(FILES source.cpp diagnostic.cpp render.cpp nearest.cpp)
