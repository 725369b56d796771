set(FILES audit.cpp baseline.cpp background/background.cpp background/caseloads.cpp background/cast.cpp
          background/lanes.cpp background/subjects.cpp background/teams.cpp background/tracks.cpp
          completeness.cpp explain.cpp fields_used.cpp identify.cpp only.cpp places.cpp to_findings.cpp)
