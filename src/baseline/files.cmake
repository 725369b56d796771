set(FILES compare.cpp line.cpp match.cpp read.cpp run_line.cpp)
