set(FILES display_test.cpp golden_test.cpp json_test.cpp sample_audit.cpp schema_test.cpp unzip.cpp
          xlsx_test.cpp)
