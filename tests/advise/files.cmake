set(FILES
  due_test.cpp
  overlay_test.cpp
  precheck_test.cpp
)
