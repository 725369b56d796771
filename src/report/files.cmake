set(FILES text_report.cpp)
