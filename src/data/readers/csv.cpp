#include "data/readers/csv.h"

#include <algorithm>
#include <cstring>

namespace remit::data {
namespace {

bool is_line_break(char c) { return c == '\n' || c == '\r'; }

const char* find_line_end(const char* from, const char* end) {
  return std::find_if(from, end, is_line_break);
}

/// Line ends of the three sorts in a range.
std::size_t count_lines(const char* from, const char* to) {
  std::size_t lines = 0;
  for (const char* p = from; p != to; ++p) {
    if (*p == '\n' || (*p == '\r' && (p + 1 == to || p[1] != '\n'))) ++lines;
  }
  return lines;
}

std::string_view view(const char* from, const char* to) {
  return {from, static_cast<std::size_t>(to - from)};
}

bool has_no_marks(const std::vector<Cell>& cells) {
  return std::none_of(cells.begin(), cells.end(), [](const Cell& cell) { return cell.malformed; });
}

}  // namespace

CsvReader::CsvReader(std::string_view content, char separator, std::size_t first_line)
    : begin_(content.data()),
      position_(content.data()),
      end_(content.data() + content.size()),
      separator_(separator),
      line_(first_line) {}

void CsvReader::move_to(std::size_t offset, std::size_t line) {
  position_ = begin_ + offset;
  line_ = line;
}

bool CsvReader::next(Row& row) {
  if (width_ != 1) skip_empty_lines();
  starved_ = position_ == end_;
  if (starved_) return false;
  row_start_ = position_;
  row.line = line_;
  row.cells.clear();
  row.fault = RowFault::kNone;
  escaped_.clear();
  multiline_ = {};
  read_cells(row);
  if (width_ == 0) {
    width_ = row.cells.size();
  } else if (row.fault == RowFault::kNone) {
    judge(row);
  }
  unescape(row);
  return true;
}

bool CsvReader::at_line_end() const { return position_ != end_ && is_line_break(*position_); }

void CsvReader::skip_line_end() {
  if (position_ == end_) return;
  const bool both = *position_ == '\r' && position_ + 1 != end_ && position_[1] == '\n';
  position_ += both ? 2 : 1;
  ++line_;
}

void CsvReader::skip_empty_lines() {
  while (at_line_end()) skip_line_end();
}

void CsvReader::read_cells(Row& row) {
  End end = End::kCell;
  while (end == End::kCell) end = read_cell(row);
  starved_ = starved_ || position_ == end_;
  if (end == End::kBroken) give_up(row, mark_);
}

CsvReader::End CsvReader::read_cell(Row& row) {
  return position_ != end_ && *position_ == '"' ? read_quoted(row) : read_plain(row);
}

/// Steps over what ends a cell: the separator, a line end, or the end of the file.
CsvReader::End CsvReader::end_of_cell() {
  if (position_ != end_ && *position_ == separator_) {
    ++position_;
    return End::kCell;
  }
  skip_line_end();
  return End::kRow;
}

CsvReader::End CsvReader::read_plain(Row& row) {
  const char* const begin = position_;
  bool marks = false;
  for (; position_ != end_ && *position_ != separator_ && !is_line_break(*position_); ++position_) {
    marks |= *position_ == '"';
  }
  row.cells.push_back({view(begin, position_), marks});
  return end_of_cell();
}

CsvReader::End CsvReader::read_quoted(Row& row) {
  mark_ = {position_, nullptr, line_, row.cells.size() + 1};
  const char* const begin = position_ + 1;
  const char* close = begin;
  bool escaped = false;
  for (;;) {
    close =
        static_cast<const char*>(std::memchr(close, '"', static_cast<std::size_t>(end_ - close)));
    if (close == nullptr) break;
    if (close + 1 == end_ || close[1] != '"') break;
    escaped = true;
    close += 2;
  }
  if (close == nullptr) {
    starved_ = true;
    return End::kBroken;
  }
  const std::size_t lines = count_lines(begin, close);
  position_ = close + 1;
  if (position_ != end_ && *position_ != separator_ && !is_line_break(*position_)) {
    if (lines > 0) return End::kBroken;
    position_ = mark_.at;
    return read_plain(row);
  }
  mark_.close = close;
  if (lines > 0 && multiline_.at == nullptr) multiline_ = mark_;
  line_ += lines;
  if (escaped) escaped_.push_back(row.cells.size());
  row.cells.push_back({view(begin, close), false});
  return end_of_cell();
}

/// Looks for a row with the wrong number of cells, and for one of several lines that was several
/// rows before a stray mark made it one.
void CsvReader::judge(Row& row) {
  const bool fits = row.cells.size() == width_;
  if (fits && multiline_.at == nullptr) return;
  if (multiline_.at != nullptr && swallows_rows(fits ? recogniser_ : has_no_marks)) {
    give_up(row, multiline_);
  } else if (!fits) {
    row.fault = RowFault::kFieldCount;
  }
}

/// Rejects the row for its quotation mark and goes on with the line after the mark.
void CsvReader::give_up(Row& row, const Mark& mark) {
  row.fault = RowFault::kQuote;
  row.fault_line = mark.line;
  row.fault_column = mark.column;
  position_ = find_line_end(mark.at, end_);
  row.fault_text = view(mark.at, position_);
  line_ = mark.line;
  skip_line_end();
  starved_ = starved_ || position_ == end_;
  row.cells.clear();
  escaped_.clear();
}

/// Whether one of the lines inside of the row's first quoted cell with line breaks is a row by
/// itself. What follows the closing mark says nothing: it is the rest of the row in any case.
bool CsvReader::swallows_rows(const Recogniser& recogniser) const {
  if (width_ < 2 || !recogniser) return false;
  Row row;
  for (const char* at = find_line_end(multiline_.at, multiline_.close); at != multiline_.close;) {
    const char* const begin = std::find_if_not(at, multiline_.close, is_line_break);
    at = find_line_end(begin, multiline_.close);
    CsvReader line(view(begin, at), separator_);
    if (line.next(row) && row.fault == RowFault::kNone && row.cells.size() == width_ &&
        recogniser(row.cells)) {
      return true;
    }
  }
  return false;
}

/// Cells with doubled marks are written anew, all into one buffer of enough room.
void CsvReader::unescape(Row& row) {
  if (escaped_.empty()) return;
  std::size_t size = 0;
  for (const std::size_t index : escaped_) size += row.cells[index].text.size();
  if (scratch_.size() < size) scratch_.resize(size);
  char* out = scratch_.data();
  for (const std::size_t index : escaped_) {
    const std::string_view text = row.cells[index].text;
    char* const begin = out;
    for (std::size_t i = 0; i < text.size(); ++i) {
      *out++ = text[i];
      if (text[i] == '"') ++i;
    }
    row.cells[index].text = view(begin, out);
  }
}

}  // namespace remit::data
