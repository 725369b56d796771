#include "data/table_plan.h"

namespace remit::data {

TablePlan::TablePlan(const model::Table& model, Header header, value::Date as_of,
                     std::vector<bool> stored, bool is_target)
    : model_(model),
      header_(std::move(header)),
      as_of_(as_of),
      stored_(std::move(stored)),
      is_target_(is_target) {
  readers_.reserve(model.fields.size());
  for (const model::Field& field : model.fields) readers_.emplace_back(field);
  if (model.primary_key.empty()) return;
  const auto first = static_cast<std::size_t>(model.primary_key[0]);
  const bool text = model.primary_key.size() == 1 && !stored_[first] && !is_target &&
                    model.fields[first].kind == value::Kind::kString;
  key_check_ = text ? KeyCheck::kText : KeyCheck::kColumn;
  if (text) return;
  for (const int field : model.primary_key) stored_[static_cast<std::size_t>(field)] = true;
}

bool TablePlan::looks_like_row(const std::vector<Cell>& cells) const {
  int evidence = 0;
  for (std::size_t f = 0; f < readers_.size(); ++f) {
    if (header_.columns[f] < 0) continue;
    const Cell& cell = cells[static_cast<std::size_t>(header_.columns[f])];
    const value::Kind kind = model_.fields[f].kind;
    if (kind == value::Kind::kString && model_.fields[f].allowed.empty()) continue;
    const CellState state = readers_[f].read(cell).state;
    if (state == CellState::kBad) return false;
    if (state == CellState::kKnown) evidence += kind == value::Kind::kDate ? 2 : 1;
  }
  return evidence >= 2;
}

}  // namespace remit::data
