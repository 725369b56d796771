set(FILES ../report/unzip.cpp markers.cpp examples_test.cpp outputs.cpp personal_test.cpp)
