#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "report/text/page.h"

namespace remit::report::text {

struct Cell {
  std::string text;  ///< printable
  Tone tone = Tone::kPlain;
};

struct TableColumn {
  std::string title;
  bool right = false;  ///< numbers stand on the right
};

/// A table with a line of titles, each column as wide as its widest cell, after two spaces.
void write_table(Page& page, const std::vector<TableColumn>& columns,
                 const std::vector<std::vector<Cell>>& rows);

/// The width that it takes.
std::size_t table_width(const std::vector<TableColumn>& columns,
                        const std::vector<std::vector<Cell>>& rows);

}  // namespace remit::report::text
