set(FILES ../report/html_text.cpp ../report/unzip.cpp markers.cpp examples_test.cpp outputs.cpp
          personal_test.cpp pseudonyms_test.cpp)
