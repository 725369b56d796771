set(FILES csv.cpp difference.cpp format.cpp json.cpp run_of.cpp text.cpp)
