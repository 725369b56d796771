set(FILES cover_account.cpp cover_audit.cpp cover_history.cpp data_findings.cpp fields.cpp flows.cpp identify.cpp
          ids.cpp pseudonyms.cpp reads.cpp rename.cpp rename_account.cpp rivals.cpp veil.cpp)
