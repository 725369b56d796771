set(FILES
  ../rules/memory_reader.cpp
  ../rules/sample_model.cpp
  golden_test.cpp
  reader_test.cpp
)
