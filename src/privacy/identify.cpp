#include "privacy/identify.h"

#include <map>

namespace remit::privacy {
namespace {

constexpr std::size_t kLength = 18;

}  // namespace

std::set<std::string> pseudonyms_in(const std::string& text) {
  std::set<std::string> found;
  for (std::size_t i = 0; i + kLength <= text.size(); ++i) {
    const std::string part = text.substr(i, kLength);
    if (Pseudonyms::is_pseudonym(part)) found.insert(part);
  }
  return found;
}

std::vector<Identified> identify(Ids& ids, const data::Dataset& data,
                                 const std::set<std::string>& pseudonyms) {
  std::map<std::string, Identified> found;
  if (pseudonyms.empty()) return {};
  const auto look = [&](std::size_t t, int field) {
    for (std::size_t row = 0; row < data.tables[t].rows; ++row) {
      const value::Value cell = data::cell(data.tables[t], field, static_cast<std::int32_t>(row));
      if (cell.is_missing()) continue;
      const std::string id = value::to_string(cell);
      const std::string name = ids.cell(id);
      if (pseudonyms.contains(name)) {
        found.try_emplace(name, Identified{name, data.model->tables[t].entity, id});
      }
    }
  };
  for (std::size_t t = 0; t < data.tables.size(); ++t) {
    if (!data.tables[t].given) continue;
    for (const int field : data.model->tables[t].primary_key) {
      if (ids.is_id(static_cast<int>(t), field)) look(t, field);
    }
  }
  std::vector<Identified> all;
  for (auto& [name, one] : found) all.push_back(std::move(one));
  return all;
}

}  // namespace remit::privacy
