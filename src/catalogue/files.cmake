set(FILES
  entry.cpp
  facts.cpp
  json.cpp
  query.cpp
  table.cpp
  write.cpp
)
