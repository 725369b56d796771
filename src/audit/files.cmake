set(FILES audit.cpp completeness.cpp only.cpp to_findings.cpp)
