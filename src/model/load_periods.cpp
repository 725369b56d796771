#include <fmt/format.h>

#include <utility>

#include "model/load_parts.h"

namespace remit::model {
namespace {

std::optional<bool> load_end(yaml::Mapping& mapping, text::Diagnostics& diagnostics) {
  if (!mapping.optional("end")) {
    diagnostics.error("missing-key", mapping.where(), "a period must say what its `to` means",
                      "add `end: exclusive` (the first day not covered) or `end: inclusive` (the "
                      "last day covered)");
    return std::nullopt;
  }
  const auto end = mapping.word("end", {"exclusive", "inclusive"});
  if (!end) return std::nullopt;
  return *end == 1;
}

int load_bound(yaml::Mapping& mapping, std::string_view key, const Table& table,
               text::Diagnostics& diagnostics) {
  const yaml::Node* node = mapping.required(key);
  if (!node) return -1;
  return load_date_field(*node, table, fmt::format("`{}` of a period", key), diagnostics)
      .value_or(-1);
}

}  // namespace

void load_periods(const yaml::Node& node, TableDraft& draft, text::Diagnostics& diagnostics) {
  if (node.kind != yaml::NodeKind::kMapping) {
    diagnostics.error("wrong-form", node.where, "`periods` must be a mapping",
                      "write each as `name: {from: ..., to: ..., end: ...}`");
    return;
  }
  for (const yaml::Entry& entry : node.entries) {
    PeriodField period;
    period.name = entry.key;
    period.where = entry.key_where;
    if (check_name(period.name, NameUse::kQuotable, "a period", period.where, diagnostics)) {
      draft.members.add(period.name, "period", period.where, diagnostics);
    }
    yaml::Mapping mapping(entry.value, "a period", diagnostics);
    if (entry.value.kind != yaml::NodeKind::kMapping) continue;
    period.from = load_bound(mapping, "from", draft.table, diagnostics);
    period.to = load_bound(mapping, "to", draft.table, diagnostics);
    period.inclusive = load_end(mapping, diagnostics).value_or(false);
    draft.table.periods.push_back(std::move(period));
  }
}

}  // namespace remit::model
