set(FILES
  golden_test.cpp
  random_test.cpp
  hostile_test.cpp
  disorder.cpp
  ../rules/dump.cpp
)
