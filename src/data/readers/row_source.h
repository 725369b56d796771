#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace remit::data {

/// One cell as it stands in the source. The text lives until the next row is asked for.
struct Cell {
  std::string_view text;
  bool malformed = false;  ///< its quotation marks are wrong: the text is as it stands
  bool absent = false;     ///< there is none: missing, whatever its field asks for
};

enum class RowFault : std::uint8_t {
  kNone,
  kQuote,       ///< a quotation mark that nothing closes; reading goes on with the next line
  kFieldCount,  ///< more or fewer cells than the header has names
};

struct Row {
  std::size_t line = 1;  ///< on which it starts
  std::vector<Cell> cells;
  RowFault fault = RowFault::kNone;
  std::size_t fault_line = 1;    ///< of kQuote: where the quotation mark stands
  std::size_t fault_column = 0;  ///< of kQuote: the number of its column, from 1
  std::string_view fault_text;   ///< of kQuote: from the mark to the end of the line
};

/// Where rows come from: one class a format.
class RowSource {
 public:
  RowSource() = default;
  RowSource(const RowSource&) = default;
  RowSource& operator=(const RowSource&) = default;
  virtual ~RowSource() = default;

  /// Reads the next row into `row`, whose memory is used again; false after the last one. The
  /// first row is the header; it sets how many cells the others must have.
  virtual bool next(Row& row) = 0;
};

}  // namespace remit::data
