set(FILES audit.cpp completeness.cpp explain.cpp fields_used.cpp only.cpp to_findings.cpp)
