set(FILES display_test.cpp golden_test.cpp html_test.cpp html_text.cpp json_test.cpp sample_audit.cpp
          sample_background.cpp schema_test.cpp unzip.cpp xlsx_test.cpp)
