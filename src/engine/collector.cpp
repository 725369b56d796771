#include "engine/collector.h"

#include <algorithm>

namespace remit::engine {
namespace {

/// Up to so many are looked through one by one.
constexpr std::size_t kFew = 16;

std::pair<std::uint64_t, std::uint64_t> packed(std::uint32_t path, const Cell& cell) {
  const auto wide = [](auto number) { return std::uint64_t{static_cast<std::uint32_t>(number)}; };
  return {std::uint64_t{path} << 32 | wide(cell.field), wide(cell.table) << 32 | wide(cell.row)};
}

bool is_in_memory(const model::Table& model, const data::Table& table) {
  return std::all_of(model.primary_key.begin(), model.primary_key.end(), [&](int field) {
    return table.columns[static_cast<std::size_t>(field)].stored;
  });
}

}  // namespace

void Collector::Once::clear() {
  few_.clear();
  many_.clear();
}

bool Collector::Once::insert(const Key& key) {
  if (!many_.empty()) return many_.insert(key).second;
  if (std::find(few_.begin(), few_.end(), key) != few_.end()) return false;
  few_.push_back(key);
  if (few_.size() > kFew) many_.insert(few_.begin(), few_.end());
  return true;
}

void Collector::begin(bool doubt) {
  doubt_ = doubt;
  told_.clear();
  blamed_.clear();
}

void Collector::add(const Traced& traced, std::size_t tuple) {
  for (const Read& read : traced.reads(tuple)) {
    if (told_.insert(packed(read.path, read.cell))) add_evidence(read);
  }
  if (!doubt_) return;
  for (const Cell& cell : traced.causes(tuple)) {
    if (blamed_.insert(packed(0, cell))) result_.needs.push_back(need(cell));
  }
}

Explanation Collector::take() {
  std::sort(result_.needs.begin(), result_.needs.end());
  return std::exchange(result_, {});
}

void Collector::add_evidence(const Read& read) {
  const Cell& cell = read.cell;
  result_.evidence.push_back({paths_.text(read.path),
                              data::cell(context_.table(cell.table), cell.field, cell.row),
                              context_.table_model(cell.table).name, key_of(cell)});
}

rules::Need Collector::need(const Cell& cell) {
  const auto& table = context_.table_model(cell.table);
  return {table.name, key_of(cell), table.fields[static_cast<std::size_t>(cell.field)].name};
}

const std::string& Collector::key_of(const Cell& cell) {
  if (cell.table != table_ || cell.row != row_) {
    key_ = new_key(cell);
    table_ = cell.table;
    row_ = cell.row;
  }
  return key_;
}

std::string Collector::new_key(const Cell& cell) {
  const auto text = [&] { return data::key_text(context_.data, cell.table, cell.row); };
  if (is_in_memory(context_.table_model(cell.table), context_.table(cell.table))) return text();
  const auto [place, is_new] = looked_up_.try_emplace({cell.table, cell.row});
  if (is_new) place->second = text();
  return place->second;
}

}  // namespace remit::engine
