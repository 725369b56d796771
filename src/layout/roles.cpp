#include "layout/roles.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace remit::layout {
namespace {

using yaml::Node;
using yaml::NodeKind;

/// The keys of a rule, a phase or a line of `reserved` whose values are expressions.
constexpr std::array<std::string_view, 26> kExpressionKeys = {
    "for",   "when",        "on",      "require",  "over",     "by",     "grace",
    "event", "every",       "until",   "times",    "pause",    "weight", "count",
    "unit",  "per",         "at_most", "at_least", "trigger",  "within", "key",
    "while", "counts_from", "task",    "response", "tolerance"};

bool holds_expression(std::string_view key) {
  return key == "first_within" || key == "to" ||
         std::find(kExpressionKeys.begin(), kExpressionKeys.end(), key) != kExpressionKeys.end();
}

const std::vector<Node>& items_of(const Node* node) {
  static const std::vector<Node> kNone;
  return node ? node->items : kNone;
}

}  // namespace

Roles::Roles(const Node& document) {
  if (!document.find("ruleset")) return;
  if (const Node* definitions = document.find("definitions")) {
    for (const yaml::Entry& entry : definitions->entries) {
      if (const Node* is = entry.value.find("is")) roles_[is] = Role::kExpression;
    }
  }
  for (const Node& rule : items_of(document.find("rules"))) read_rule(rule);
}

void Roles::read_rule(const Node& rule) {
  mark_keys(rule);
  for (const Node& phase : items_of(rule.find("phases"))) mark_keys(phase);
  for (const Node& line : items_of(rule.find("reserved"))) mark_keys(line);
}

/// Some keys take a list of expressions too.
void Roles::mark_keys(const Node& mapping) {
  for (const yaml::Entry& entry : mapping.entries) {
    if (entry.key == "message") roles_[&entry.value] = Role::kMessage;
    if (!holds_expression(entry.key)) continue;
    roles_[&entry.value] = Role::kExpression;
    for (const Node& item : entry.value.items) roles_[&item] = Role::kExpression;
  }
}

Role Roles::of(const Node& scalar) const {
  const auto found = roles_.find(&scalar);
  return found == roles_.end() || scalar.kind != NodeKind::kScalar ? Role::kText : found->second;
}

}  // namespace remit::layout
