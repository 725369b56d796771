#include "data/readers/memory.h"

namespace remit::data {

bool MemoryRows::next(Row& row) {
  if (position_ > table_.rows.size()) return false;
  row.cells.clear();
  row.fault = RowFault::kNone;
  if (position_++ == 0) {
    for (const model::Field& field : model_.fields) row.cells.push_back({field.name});
    return true;
  }
  const MemoryRow& at = table_.rows[position_ - 2];
  row.line = at.line;
  for (const auto& cell : at.cells) {
    row.cells.push_back({cell ? std::string_view(*cell) : std::string_view(), false, !cell});
  }
  return true;
}

}  // namespace remit::data
