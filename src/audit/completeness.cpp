#include "audit/completeness.h"

#include <vector>

#include <fmt/format.h>

#include "text/nearest.h"

namespace remit::auditing {

std::optional<std::map<int, value::Date>> complete_tables(
    const std::map<std::string, value::Date>& resources, const model::Model& model,
    text::Diagnostics& diagnostics) {
  std::map<int, value::Date> tables;
  std::vector<std::string> names;
  for (const model::Table& table : model.tables) names.push_back(table.name);
  bool known = true;
  for (const auto& [resource, from] : resources) {
    if (const auto table = model.table(resource)) {
      tables[*table] = from;
      continue;
    }
    known = false;
    const std::string help = text::did_you_mean(resource, names);
    diagnostics.error("unknown-resource", {},
                      fmt::format("the model has no resource `{}` to be complete", resource), help);
  }
  if (!known) return std::nullopt;
  return tables;
}

}  // namespace remit::auditing
