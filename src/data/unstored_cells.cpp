#include "data/unstored_cells.h"

#include <algorithm>

#include "data/bytes/byte_source.h"

namespace remit::data {

value::Value UnstoredCells::cell(const Table& table, std::size_t field, std::size_t row) const {
  if (!plan_->has(field) || is_dangling(field, row)) return {value::Missing{}};
  std::string text;
  try {
    return plan_->reader(field).value(texts_->at(
        row, table.lines.line(row), static_cast<std::size_t>(plan_->column(field)), text));
  } catch (const ReadFailure& failure) {
    throw ReadFailure("`" + table.path + "` cannot be read again: " + failure.what());
  }
}

/// The cell of a key that leads nowhere reads as missing, unless it is a part of the row's own key.
bool UnstoredCells::is_dangling(std::size_t field, std::size_t row) const {
  if (plan_->is_in_key(field)) return false;
  for (std::size_t i = 0; i < dangling_.size(); ++i) {
    const auto& rows = dangling_[i];
    if (plan_->direct()[i].field == field && std::binary_search(rows.begin(), rows.end(), row)) {
      return true;
    }
  }
  return false;
}

}  // namespace remit::data
