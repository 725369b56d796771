set(FILES
  dump.cpp
  parse/parse.cpp
  functions/functions.cpp
  check/scope.cpp
  check/check.cpp
)
