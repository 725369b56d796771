#pragma once

#include <iosfwd>
#include <span>
#include <string>

namespace remit::report {

/// Writes a row of CSV as RFC 4180 says; a spreadsheet takes none of its cells for a formula.
void write_csv_row(std::span<const std::string> cells, std::ostream& out);

}  // namespace remit::report
