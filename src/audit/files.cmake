set(FILES audit.cpp only.cpp to_findings.cpp)
