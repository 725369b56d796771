#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "cases/read_rows.h"

namespace remit::cases {
namespace {

constexpr std::string_view kSpaces = " \t\r";
constexpr std::string_view kMissing = "~";

/// A part of the text, without the spaces around it.
struct Piece {
  std::size_t begin = 0;
  std::size_t end = 0;
};

class TableText {
 public:
  TableText(const text::Excerpt& excerpt, const model::Table& table, text::Diagnostics& diagnostics)
      : excerpt_(excerpt), text_(excerpt.text), table_(table), diagnostics_(diagnostics) {}

  std::vector<Row> read() {
    std::vector<Row> rows;
    bool has_header = false;
    for (const Piece& line : lines()) {
      if (!has_header) {
        read_header(line);
        has_header = true;
      } else {
        read_row(line, rows);
      }
    }
    return rows;
  }

 private:
  std::string_view at(const Piece& piece) const {
    return text_.substr(piece.begin, piece.end - piece.begin);
  }
  text::Location where(const Piece& piece) const {
    return {excerpt_.file, excerpt_.span(piece.begin, piece.end)};
  }

  Piece trim(std::size_t begin, std::size_t end) const {
    while (begin < end && kSpaces.find(text_[begin]) != std::string_view::npos) ++begin;
    while (begin < end && kSpaces.find(text_[end - 1]) != std::string_view::npos) --end;
    return {begin, end};
  }

  /// Whether a line only draws the line under the column names: `|---|:--|`.
  bool is_rule(const Piece& line) const {
    return at(line).front() == '|' && at(line).find('-') != std::string_view::npos &&
           at(line).find_first_not_of("|-: ") == std::string_view::npos;
  }

  /// Without the bars around it, where the column names stand between such.
  Piece without_bars(Piece line) const {
    if (!barred_) return line;
    if (text_[line.begin] == '|') ++line.begin;
    if (line.begin < line.end && text_[line.end - 1] == '|') --line.end;
    return line;
  }

  /// The lines that say something.
  std::vector<Piece> lines() const {
    std::vector<Piece> lines;
    for (std::size_t begin = 0; begin < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', begin), text_.size());
      const Piece line = trim(begin, end);
      if (line.begin < line.end && text_[line.begin] != '#' && !is_rule(line))
        lines.push_back(line);
      begin = end + 1;
    }
    return lines;
  }

  std::vector<Piece> cells(const Piece& whole) const {
    const Piece line = without_bars(whole);
    std::vector<Piece> cells;
    for (std::size_t begin = line.begin;;) {
      const std::size_t end = std::min(text_.find(separator_, begin), line.end);
      cells.push_back(trim(begin, end));
      if (end == line.end) return cells;
      begin = end + 1;
    }
  }

  void read_header(const Piece& line) {
    if (at(line).find('|') != std::string_view::npos) separator_ = '|';
    barred_ = at(line).size() > 1 && at(line).front() == '|' && at(line).back() == '|';
    for (const Piece& cell : cells(line)) {
      const std::string name(at(cell));
      const auto field = find_field(name, where(cell), table_, diagnostics_);
      if (field && std::find(columns_.begin(), columns_.end(), field) != columns_.end()) {
        diagnostics_.error("column-twice", where(cell),
                           fmt::format("the column `{}` stands there twice", name),
                           "write each column once");
      }
      columns_.push_back(field);
    }
  }

  void read_row(const Piece& line, std::vector<Row>& rows) {
    const std::vector<Piece> found = cells(line);
    if (found.size() != columns_.size()) {
      diagnostics_.error("row-width", where(line),
                         fmt::format("the row has {} value{} and the line of column names {}",
                                     found.size(), found.size() == 1 ? "" : "s", columns_.size()),
                         "write one value for each column: nothing, or `~`, where it is missing; "
                         "separate by `|` where a value has a comma in it");
      return;
    }
    Row row{std::vector<Cell>(table_.fields.size(), Cell{std::nullopt, where(line)}), where(line)};
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (!columns_[i]) continue;
      Cell& cell = row.cells[*columns_[i]];
      cell.where = found[i].begin < found[i].end ? where(found[i]) : where(line);
      if (at(found[i]) != kMissing) cell.text = std::string(at(found[i]));
    }
    rows.push_back(std::move(row));
  }

  const text::Excerpt& excerpt_;
  std::string_view text_;
  const model::Table& table_;
  text::Diagnostics& diagnostics_;
  char separator_ = ',';
  bool barred_ = false;                              ///< `| a | b |`, as in Markdown
  std::vector<std::optional<std::size_t>> columns_;  ///< fields; nothing for an unknown one
};

}  // namespace

std::vector<Row> read_table_text(const text::Excerpt& excerpt, const model::Table& table,
                                 text::Diagnostics& diagnostics) {
  return TableText(excerpt, table, diagnostics).read();
}

}  // namespace remit::cases
