set(FILES
  check_world.cpp
  check_golden.cpp
  check_walk.cpp
  check_limits.cpp
)
