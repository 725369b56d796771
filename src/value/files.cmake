set(FILES date.cpp duration.cpp number.cpp period.cpp calendar.cpp type.cpp value.cpp)
