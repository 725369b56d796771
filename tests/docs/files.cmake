set(FILES
  example.cpp
  examples_test.cpp
  explain_test.cpp
  schema.cpp
  schemas_test.cpp
  testing_page_test.cpp
)
