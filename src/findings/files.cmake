set(FILES data_finding.cpp fingerprint.cpp finding.cpp join.cpp published.cpp selection.cpp state.cpp
          status.cpp verdict.cpp
          window.cpp)
