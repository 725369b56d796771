set(FILES
  overlay_test.cpp
  precheck_test.cpp
)
