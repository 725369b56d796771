#include "report/text/table.h"

#include <algorithm>
#include <numeric>

#include "report/text/display.h"

namespace remit::report::text {
namespace {

constexpr std::string_view kGap = "  ";

std::vector<std::size_t> widths(const std::vector<TableColumn>& columns,
                                const std::vector<std::vector<Cell>>& rows) {
  std::vector<std::size_t> result;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    std::size_t widest = width(columns[i].title);
    for (const auto& row : rows) widest = std::max(widest, width(row[i].text));
    result.push_back(widest);
  }
  return result;
}

std::string fill(const TableColumn& column, const std::string& text, std::size_t columns) {
  return column.right ? pad_left(text, columns) : pad(text, columns);
}

}  // namespace

void write_table(Page& page, const std::vector<TableColumn>& columns,
                 const std::vector<std::vector<Cell>>& rows) {
  const std::vector<std::size_t> wide = widths(columns, rows);
  std::string titles;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    titles += std::string(kGap) + fill(columns[i], columns[i].title, wide[i]);
  }
  page.line(page.paint(titles, Tone::kFaint));
  for (const auto& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      line += std::string(kGap) + page.paint(fill(columns[i], row[i].text, wide[i]), row[i].tone);
    }
    page.line(line);
  }
}

std::size_t table_width(const std::vector<TableColumn>& columns,
                        const std::vector<std::vector<Cell>>& rows) {
  const std::vector<std::size_t> wide = widths(columns, rows);
  return std::accumulate(wide.begin(), wide.end(), kGap.size() * columns.size());
}

}  // namespace remit::report::text
