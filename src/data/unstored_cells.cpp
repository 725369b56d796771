#include "data/unstored_cells.h"

#include <algorithm>

#include "data/bytes/byte_source.h"

namespace remit::data {

value::Value UnstoredCells::cell(const Table& table, std::size_t field, std::size_t row) const {
  if (!plan_->has(field) || is_dangling(table, field, row)) return {value::Missing{}};
  std::string text;
  try {
    return plan_->reader(field).value(texts_->at(
        row, table.lines.line(row), static_cast<std::size_t>(plan_->column(field)), text));
  } catch (const ReadFailure& failure) {
    throw ReadFailure("`" + table.path + "` cannot be read again: " + failure.what());
  }
}

/// The cell of a key that leads nowhere reads as missing, unless it is a part of the row's own key.
bool UnstoredCells::is_dangling(const Table& table, std::size_t field, std::size_t row) const {
  const auto& direct = plan_->direct();
  const auto& key = plan_->model().primary_key;
  if (std::find(key.begin(), key.end(), static_cast<int>(field)) != key.end()) return false;
  return std::any_of(direct.begin(), direct.end(), [&](const DirectRelation& each) {
    return each.field == field && (*table.targets[each.relation])[row] < 0;
  });
}

}  // namespace remit::data
