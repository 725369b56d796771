set(FILES
  ../examples/files.cpp
  county.cpp
  due_test.cpp
  overlay_test.cpp
  precheck_test.cpp
  who_test.cpp
)
