#include "rules/whole_rules.h"

#include <algorithm>

namespace remit::rules {
namespace {

/// Whether the item goes on where the parts before it stopped: no id, and no key that they have.
bool continues(const yaml::Node& item, const std::vector<const yaml::Node*>& parts) {
  if (item.kind != yaml::NodeKind::kMapping || item.find("id")) return false;
  if (parts.empty() || !parts.front()->find("id")) return false;
  return std::none_of(item.entries.begin(), item.entries.end(), [&](const yaml::Entry& entry) {
    return std::any_of(parts.begin(), parts.end(),
                       [&](const yaml::Node* part) { return part->find(entry.key); });
  });
}

}  // namespace

std::vector<const yaml::Node*> whole_rules(const yaml::Node& list, text::Diagnostics& diagnostics) {
  std::vector<const yaml::Node*> whole;
  for (auto item = list.items.begin(); item != list.items.end();) {
    std::vector<const yaml::Node*> parts{&*item++};
    const auto second = item;
    while (item != list.items.end() && continues(*item, parts)) parts.push_back(&*item++);
    if (parts.size() == 1) {
      whole.push_back(parts.front());
      continue;
    }
    diagnostics.error("torn-rule", second->entries.front().key_where,
                      "the dash before this key begins a new rule, which has no `id`",
                      "only the first key of a rule has a dash before it");
  }
  return whole;
}

}  // namespace remit::rules
