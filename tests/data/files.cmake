set(FILES bitmap_test.cpp cells_test.cpp csv_test.cpp dataset_test.cpp dictionary_test.cpp
          folder_test.cpp golden_test.cpp keys_test.cpp parts_test.cpp random_test.cpp sample.cpp
          spectrum_test.cpp)
