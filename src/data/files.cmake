set(FILES bitmap.cpp dictionary.cpp dataset.cpp read.cpp readers/csv.cpp)
