set(FILES
  ../engine/audit.cpp
  ../engine/small_audit.cpp
  dates_test.cpp
  explain_golden.cpp
)
