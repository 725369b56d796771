set(FILES audit.cpp completeness.cpp explain.cpp only.cpp to_findings.cpp)
