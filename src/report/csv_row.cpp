#include "report/csv_row.h"

#include <ostream>

#include "report/cell_text.h"

namespace remit::report {
void write_csv_row(std::span<const std::string> cells, std::ostream& out) {
  for (std::size_t i = 0; i < cells.size(); ++i) out << (i == 0 ? "" : ",") << csv_cell(cells[i]);
  out << "\r\n";
}

}  // namespace remit::report
