#include "rules/allow.h"

namespace remit::rules {

std::vector<Allowance> read_allow(yaml::Mapping& keys, text::Diagnostics& diagnostics) {
  std::vector<Allowance> all;
  const yaml::Node* node = keys.optional("allow");
  if (!node) return all;
  if (node->kind != yaml::NodeKind::kSequence) {
    diagnostics.error("expected-list", node->where, "`allow` is not a list",
                      "write `allow: [{check: unused-set, because: ...}]`");
    return all;
  }
  for (const yaml::Node& item : node->items) {
    yaml::Mapping entry(item, "an entry of `allow`", diagnostics);
    const auto check = entry.required_text("check");
    const auto because = entry.required_text("because");
    entry.finish();
    if (check && because) all.push_back({*check, *because, item.where});
  }
  return all;
}

}  // namespace remit::rules
