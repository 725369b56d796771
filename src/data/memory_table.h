#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace remit::data {

/// A row that a program has put together.
struct MemoryRow {
  std::size_t line = 1;  ///< what findings name as its line
  /// One a field of the model, as text that is read as a cell of a file is. What is absent is
  /// missing and no data finding, also where the field is required.
  std::vector<std::optional<std::string>> cells;
};

/// A table in memory under the table of the model that it is.
struct MemoryTable {
  int table = -1;
  std::string path;  ///< what findings name as its file
  std::vector<MemoryRow> rows;
};

}  // namespace remit::data
