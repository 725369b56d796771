#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace remit::findings {

/// Something wrong in the data that the findings rest on.
struct DataFinding {
  std::string code;        ///< `DATA-DATE`, `DATA-CALENDAR`, ...
  std::string resource;    ///< the table; empty where it is about none
  std::string entity;      ///< one row of it, in the singular
  std::string file;        ///< empty where it is about none
  std::size_t line = 0;    ///< from 1; 0 where it is about the whole file
  std::size_t column = 0;  ///< the column's number from 1; 0 where it is about the whole row
  std::string field;
  std::string key;       ///< of the row, where it has one
  std::string value;     ///< what stands there
  std::string expected;  ///< what should stand there
  std::string message;
};

/// How many rows of a table were read, and what became of them: read = kept + rejected + later.
struct DataCounts {
  std::string resource;
  std::size_t read = 0;
  std::size_t kept = 0;
  std::size_t rejected = 0;
  std::size_t later = 0;  ///< had not happened on the as-of date
};

/// By code, resource, file, line, column; what is equal in these stays in the order it came in.
void sort(std::vector<DataFinding>& findings);

}  // namespace remit::findings
