set(FILES date.cpp duration.cpp period.cpp calendar.cpp type.cpp value.cpp)
