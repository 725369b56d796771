set(FILES utf8.cpp source.cpp diagnostic.cpp nearest.cpp display.cpp render.cpp)
