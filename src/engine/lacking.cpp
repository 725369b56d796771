#include "engine/lacking.h"

namespace remit::engine {

std::optional<std::string> what_is_lacking(const rules::Rule& rule, const data::Dataset& data) {
  std::vector<int> tables = rule.reads;
  if (const int first = rule.subjects.front().type.table; first >= 0) {
    tables.insert(tables.begin(), first);
  }
  std::string reason;
  for (const int table : tables) {
    const auto index = static_cast<std::size_t>(table);
    if (data.tables[index].given) continue;
    reason += (reason.empty() ? "" : ", ");
    reason += "resource `" + data.model->tables[index].name + "` was not given";
  }
  if (reason.empty()) return std::nullopt;
  return reason;
}

}  // namespace remit::engine
