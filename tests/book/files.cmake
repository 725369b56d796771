set(FILES
  ../rules/memory_reader.cpp
  ../rules/sample_model.cpp
  pack_book_test.cpp
  editions_test.cpp
)
