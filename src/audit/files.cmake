set(FILES audit.cpp completeness.cpp explain.cpp fields_used.cpp only.cpp places.cpp to_findings.cpp)
