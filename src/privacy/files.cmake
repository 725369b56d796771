set(FILES cover_account.cpp cover_audit.cpp data_findings.cpp fields.cpp reads.cpp veil.cpp)
