#include <set>

#include <fmt/format.h>

#include "lint/checks/checks.h"
#include "lint/expressions.h"

namespace remit::lint {
namespace {

namespace typed = lang::typed;

/// The slots that are used outside of the `where` of the binding that has them.
class Uses : public lang::TreeVisitor {
 public:
  void node(const typed::Node& node) override {
    if (const auto* use = std::get_if<typed::SlotUse>(&node.kind)) used.insert(use->slot);
  }
  std::set<int> used;
};

void walk_all_but(const rules::Rule& rule, const typed::Binding& left_out, Uses& uses) {
  for (const typed::Binding& binding : rule.subjects) {
    if (&binding != &left_out) lang::walk(binding, uses);
  }
  rules::Rule rest = rule;
  rest.subjects.clear();
  walk_rule(rest, uses);
}

}  // namespace

void check_unused_names(Inspection& inspection) {
  for (const rules::Rule* rule : inspection.enabled()) {
    for (std::size_t i = 1; i < rule->subjects.size(); ++i) {
      const typed::Binding& binding = rule->subjects[i];
      Uses uses;
      walk_all_but(*rule, binding, uses);
      if (uses.used.count(binding.slot) > 0) continue;
      inspection.warn(
          *rule, {rule->where.file, binding.span},
          fmt::format("the rule asks nothing of `{}`, and judges the same once for each",
                      binding.name),
          "to choose subjects that have such a row, ask for it with `some ... satisfies` "
          "in the `where` before");
    }
  }
}

}  // namespace remit::lint
