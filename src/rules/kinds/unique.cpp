#include "rules/kinds/kinds.h"

#include <fmt/format.h>

namespace remit::rules {
namespace {

bool is_comparable(const value::Type& type) {
  return type.kind != value::Kind::kList && type.kind != value::Kind::kCollection &&
         type.kind != value::Kind::kMissing;
}

std::vector<NodePtr> read_key(RuleDraft& draft) {
  const yaml::Node* node = draft.keys().required("key");
  if (!node) return {};
  std::vector<NodePtr> key = draft.expressions().list(*node, "`key`");
  for (const NodePtr& part : key) {
    if (is_comparable(part->type)) continue;
    draft.diagnostics().error(
        "wrong-type", {node->where.file, part->span},
        fmt::format("a value of type {} cannot be part of a key", value::to_string(part->type)),
        "name one value of the row: `key: [a.case_id]`");
  }
  return key;
}

}  // namespace

void read_unique(RuleDraft& draft, std::vector<Rule>& rules) {
  Unique unique;
  unique.key = read_key(draft);
  unique.while_ = draft.optional("while", value::Kind::kPeriod);
  rules.front().kind = std::move(unique);
}

}  // namespace remit::rules
