#include "data/table_plan.h"

#include <algorithm>

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
  const bool text = has_text_key(model);
  key_check_ = text ? KeyCheck::kKept : KeyCheck::kColumn;
  if (text && !stored_[first] && !is_target) {
    key_check_ = KeyCheck::kText;
    return;
  }
  for (const int field : model.primary_key) stored_[static_cast<std::size_t>(field)] = true;
}

bool TablePlan::is_in_key(std::size_t field) const {
  const auto& key = model_.primary_key;
  return std::find(key.begin(), key.end(), static_cast<int>(field)) != key.end();
}

const DirectRelation* TablePlan::coded_by(std::size_t field) const {
  if (!stored_[field] || is_in_key(field)) return nullptr;
  const auto found =
      std::find_if(direct_.begin(), direct_.end(),
                   [&](const DirectRelation& relation) { return relation.field == field; });
  return found == direct_.end() ? nullptr : &*found;
}

bool TablePlan::gathered(std::size_t field) const {
  if (key_check_ == KeyCheck::kKept && is_in_key(field)) return false;
  return stored_[field] && coded_by(field) == nullptr;
}

bool has_text_key(const model::Table& model) {
  return model.primary_key.size() == 1 &&
         model.fields[static_cast<std::size_t>(model.primary_key[0])].kind == value::Kind::kString;
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
