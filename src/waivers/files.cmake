set(FILES apply.cpp inspect.cpp load.cpp pattern.cpp write.cpp)
