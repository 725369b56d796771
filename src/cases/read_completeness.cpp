#include "cases/read_completeness.h"

#include <fmt/format.h>

#include "cases/read_rows.h"
#include "model/read_values.h"
#include "yaml/mapping.h"

namespace remit::cases {

void read_incomplete(const yaml::Node& node, const model::Model& model, Completeness& complete,
                     text::Diagnostics& diagnostics) {
  if (node.kind != yaml::NodeKind::kSequence) {
    diagnostics.error("expected-list", node.where, "`incomplete` is not a list of tables",
                      "write `incomplete: [table]`");
    return;
  }
  for (const yaml::Node& item : node.items) {
    const auto name = yaml::as_text(item, "a table of `incomplete`", diagnostics);
    if (!name) continue;
    const auto table = find_table(*name, item.where, model, diagnostics);
    if (table) complete.erase(static_cast<int>(*table));
  }
}

void read_complete(const yaml::Node& node, const model::Model& model, Completeness& complete,
                   text::Diagnostics& diagnostics) {
  if (node.kind != yaml::NodeKind::kMapping) {
    diagnostics.error("wrong-form", node.where, "`complete` must be a mapping",
                      "write `complete: {table: 2024-04-01}`");
    return;
  }
  for (const yaml::Entry& entry : node.entries) {
    const auto table = find_table(entry.key, entry.key_where, model, diagnostics);
    const std::string what = fmt::format("the day from which `{}` is complete", entry.key);
    const auto from = model::read_date(entry.value, what, diagnostics);
    if (table && from) complete[static_cast<int>(*table)] = *from;
  }
}

}  // namespace remit::cases
