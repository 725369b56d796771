#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "data/readers/row_source.h"

namespace remit::data {

/// Splits CSV (RFC 4180) into rows: lines end at LF, CRLF or CR; quoted cells may hold
/// separators, line breaks and doubled quotation marks; the last line needs no end; nothing is
/// trimmed. A line without a single byte is no row, unless the header has one column only.
///
/// What is wrong stays where it is: a mark inside a cell spoils the cell; a mark that is never
/// closed, or whose closing would swallow lines that are rows by themselves, spoils its row, and
/// reading goes on with the line after the mark.
class CsvReader : public RowSource {
 public:
  CsvReader(std::string_view content, char separator, std::size_t first_line = 1);
  bool next(Row& row) override;

  /// Goes on at another place of the content, with the number of its line; a row starts there.
  void move_to(std::size_t offset, std::size_t line);
  /// How many cells a row has, where the header was not read by this reader.
  void set_width(std::size_t width) { width_ = width; }
  /// Where the next row starts, or an empty line before it.
  std::size_t position() const { return static_cast<std::size_t>(position_ - begin_); }
  std::size_t line() const { return line_; }
  /// Where the last row started.
  std::size_t row_start() const { return static_cast<std::size_t>(row_start_ - begin_); }
  /// Whether the last row might be another one if the content went on after its end.
  bool starved() const { return starved_; }

  /// Says of a line inside of a quoted value whether it is, by what its cells are, a row that a
  /// stray mark has swallowed. Without it only rows with a wrong number of cells are suspected.
  using Recogniser = std::function<bool(const std::vector<Cell>&)>;
  void recognise(Recogniser recogniser) { recogniser_ = std::move(recogniser); }

 private:
  enum class End : std::uint8_t { kCell, kRow, kBroken };
  struct Mark {  ///< an opening quotation mark
    const char* at = nullptr;
    const char* close = nullptr;  ///< the closing one, where it was found
    std::size_t line = 0;
    std::size_t column = 0;
  };

  bool at_line_end() const;
  void skip_line_end();
  void skip_empty_lines();
  End end_of_cell();
  End read_cell(Row& row);
  End read_plain(Row& row);
  End read_quoted(Row& row);
  void read_cells(Row& row);
  void judge(Row& row);
  void give_up(Row& row, const Mark& mark);
  bool swallows_rows(const Recogniser& recogniser) const;
  void unescape(Row& row);

  const char* begin_;
  const char* position_;
  const char* end_;
  char separator_;
  std::size_t line_;
  std::size_t width_ = 0;  ///< cells of the header; 0 before it was read
  const char* row_start_ = nullptr;
  bool starved_ = false;
  Mark mark_;                         ///< the last opening mark
  Mark multiline_;                    ///< the row's first mark whose cell has a line break
  std::vector<std::size_t> escaped_;  ///< cells with doubled marks
  std::string scratch_;
  Recogniser recogniser_;
};

}  // namespace remit::data
