#include <set>

#include <fmt/format.h>

#include "lint/checks/checks.h"
#include "lint/expressions.h"

namespace remit::lint {
namespace {

namespace typed = lang::typed;

/// The slots that a tree uses.
class Slots : public lang::TreeVisitor {
 public:
  void node(const typed::Node& node) override {
    if (const auto* use = std::get_if<typed::SlotUse>(&node.kind)) used.insert(use->slot);
  }
  std::set<int> used;
};

/// The first binding whose rows make what is counted or added up come again: one of several that
/// the value does not name.
const typed::Binding* multiplying(const typed::Comprehension& all,
                                  const std::vector<typed::NodePtr>& values) {
  if (all.bindings.size() < 2) return nullptr;
  Slots slots;
  for (const typed::NodePtr& value : values) {
    if (value) lang::walk(*value, slots);
  }
  for (const typed::Binding& binding : all.bindings) {
    if (slots.used.count(binding.slot) == 0) return &binding;
  }
  return nullptr;
}

bool adds_up(lang::AggregateFunction function) {
  return function == lang::AggregateFunction::kCount || function == lang::AggregateFunction::kSum ||
         function == lang::AggregateFunction::kMean;
}

class Finder : public lang::TreeVisitor {
 public:
  void node(const typed::Node& node) override {
    const auto* aggregate = std::get_if<typed::Aggregate>(&node.kind);
    if (!aggregate || !adds_up(aggregate->function)) return;
    if (const auto* binding = multiplying(*aggregate->over, {aggregate->over->head})) {
      found.push_back(binding);
    }
  }
  std::vector<const typed::Binding*> found;
};

std::string message(const typed::Binding& binding) {
  return fmt::format("what is counted does not name `{}`, and comes again for each of its rows",
                     binding.name);
}

constexpr const char* kHelp =
    "ask for the rows with `some ... satisfies` in the `where`, or (in `limit`) give a `unit`";

}  // namespace

void check_multiplied_rows(Inspection& inspection) {
  for (const rules::RuleFile& file : inspection.rules().files) {
    for (const lang::Definition& definition : file.environment->definitions) {
      Finder finder;
      if (definition.body) lang::walk(*definition.body, finder);
      for (const typed::Binding* binding : finder.found) {
        inspection.warn(file, {file.environment->file, binding->span}, message(*binding), kHelp);
      }
    }
  }
  for (const rules::Rule* rule : inspection.enabled()) {
    Finder finder;
    walk_decision(*rule, finder);
    if (const auto* limit = std::get_if<rules::Limit>(&rule->kind)) {
      for (const rules::Elements& each : limit->count) {
        if (each.unit) continue;
        const typed::Comprehension& all = each.comprehension;
        if (const auto* binding = multiplying(all, {all.head, each.weight})) {
          finder.found.push_back(binding);
        }
      }
    }
    for (const typed::Binding* binding : finder.found) {
      inspection.warn(*rule, {rule->where.file, binding->span}, message(*binding), kHelp);
    }
  }
}

}  // namespace remit::lint
