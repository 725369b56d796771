#include "report/csv_row.h"

#include <ostream>

#include "report/cell_text.h"

namespace remit::report {
namespace {

std::string cell(const std::string& text) {
  std::string safe = cell_text(text);
  if (safe.find_first_of(",\"\r\n") == std::string::npos) return safe;
  std::string quoted = "\"";
  for (const char c : safe) {
    if (c == '"') quoted += c;
    quoted += c;
  }
  return quoted + "\"";
}

}  // namespace

void write_csv_row(std::span<const std::string> cells, std::ostream& out) {
  for (std::size_t i = 0; i < cells.size(); ++i) out << (i == 0 ? "" : ",") << cell(cells[i]);
  out << "\r\n";
}

}  // namespace remit::report
