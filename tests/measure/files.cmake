set(FILES
  ../rules/memory_reader.cpp
  ../rules/sample_model.cpp
  golden_test.cpp
  planted_test.cpp
  sample_cases.cpp
)
