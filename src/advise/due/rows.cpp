#include "advise/due/rows.h"

#include <algorithm>

namespace remit::advise {
namespace {

std::vector<std::string> parts_of(const std::string& key) {
  constexpr std::string_view kBetween = " + ";
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (std::size_t at = key.find(kBetween); at != std::string::npos;
       at = key.find(kBetween, begin)) {
    parts.push_back(key.substr(begin, at - begin));
    begin = at + kBetween.size();
  }
  parts.push_back(key.substr(begin));
  return parts;
}

}  // namespace

std::vector<RowRef> SubjectRows::rows_of(const rules::Rule& rule, const std::string& key) {
  const std::vector<std::string> parts = parts_of(key);
  const auto& bound = rule.subjects;
  const auto is_row = [](const auto& binding) {
    return binding.type.kind == value::Kind::kRow && binding.type.table >= 0;
  };
  const bool runs_named = parts.size() == bound.size();  // a run that is not known has no part
  if (!runs_named &&
      static_cast<std::size_t>(std::count_if(bound.begin(), bound.end(), is_row)) != parts.size()) {
    return {};
  }
  std::vector<RowRef> rows;
  std::size_t part = 0;
  for (const auto& binding : bound) {
    if (!is_row(binding)) {
      part += runs_named ? 1U : 0U;
      continue;
    }
    const std::int32_t number = row(binding.type.table, parts[part++]);
    if (number < 0) return {};
    rows.push_back({binding.type.table, number});
  }
  return rows;
}

std::int32_t SubjectRows::row(int table, const std::string& key) {
  auto [found, is_new] = keys_.try_emplace(table);
  if (is_new) {
    const std::size_t rows = data_.tables[static_cast<std::size_t>(table)].rows;
    found->second.reserve(rows);
    for (std::size_t i = 0; i < rows; ++i) {
      const auto number = static_cast<std::int32_t>(i);
      found->second.emplace(data::key_text(data_, table, number), number);
    }
  }
  const auto place = found->second.find(key);
  return place == found->second.end() ? -1 : place->second;
}

}  // namespace remit::advise
