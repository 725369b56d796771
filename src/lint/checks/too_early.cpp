#include <set>

#include <fmt/format.h>

#include "lint/checks/checks.h"
#include "lint/expressions.h"

// `require` of something that has a time limit: before the time is up it is a violation already.
namespace remit::lint {
namespace {

namespace typed = lang::typed;
using typed::NodePtr;

class Mentions : public lang::TreeVisitor {
 public:
  void node(const typed::Node& node) override {
    as_of = as_of || std::holds_alternative<typed::AsOfDate>(node.kind);
    call = call || std::holds_alternative<typed::DefinitionCall>(node.kind);
    if (const auto* use = std::get_if<typed::SlotUse>(&node.kind)) {
      slots.insert(use->slot);
    }
  }
  bool as_of = false;
  bool call = false;
  std::set<int> slots;
};

Mentions mentions(const NodePtr& node) {
  Mentions all;
  lang::walk(*node, all);
  return all;
}

/// A date and a duration later, of nothing that the element says.
bool is_limit(const NodePtr& node, int slot) {
  const auto* sum = std::get_if<typed::Arithmetic>(&node->kind);
  if (!sum || sum->op != typed::ArithmeticOperator::kAdd) return false;
  return sum->left->type.kind == value::Kind::kDate && mentions(node).slots.count(slot) == 0;
}

/// A date of the element itself.
bool is_event(const NodePtr& node, int slot) {
  const auto* field = std::get_if<typed::FieldOf>(&node->kind);
  if (!field || node->type.kind != value::Kind::kDate) return false;
  const auto* row = std::get_if<typed::SlotUse>(&field->row->kind);
  return row && row->slot == slot;
}

/// Finds, among conditions that are all to be met, one that an element comes in time.
NodePtr time_limit(const NodePtr& node, int slot) {
  using typed::ComparisonOperator;
  if (!node) return nullptr;
  if (const auto* logical = std::get_if<typed::Logical>(&node->kind)) {
    if (logical->op != typed::LogicalOperator::kAnd) return nullptr;
    const NodePtr left = time_limit(logical->left, slot);
    return left ? left : time_limit(logical->right, slot);
  }
  if (const auto* between = std::get_if<typed::BetweenTest>(&node->kind)) {
    return is_event(between->value, slot) && is_limit(between->high, slot) ? node : nullptr;
  }
  const auto* comparison = std::get_if<typed::Comparison>(&node->kind);
  if (!comparison) return nullptr;
  const bool before = comparison->op == ComparisonOperator::kLess ||
                      comparison->op == ComparisonOperator::kLessEqual;
  const bool after = comparison->op == ComparisonOperator::kGreater ||
                     comparison->op == ComparisonOperator::kGreaterEqual;
  const NodePtr& event = before ? comparison->left : comparison->right;
  const NodePtr& limit = before ? comparison->right : comparison->left;
  return (before || after) && is_event(event, slot) && is_limit(limit, slot) ? node : nullptr;
}

/// The time limit of a `some` that must hold for the whole to hold.
NodePtr time_limit_of(const NodePtr& node) {
  if (const auto* logical = std::get_if<typed::Logical>(&node->kind)) {
    if (logical->op != typed::LogicalOperator::kAnd) return nullptr;
    const NodePtr left = time_limit_of(logical->left);
    return left ? left : time_limit_of(logical->right);
  }
  const auto* some = std::get_if<typed::Quantified>(&node->kind);
  if (!some || some->quantifier != lang::Quantifier::kSome) return nullptr;
  const NodePtr in_where = time_limit(some->binding.where, some->binding.slot);
  return in_where ? in_where : time_limit(some->satisfies, some->binding.slot);
}

/// Whether the rule can wait by itself: it asks for the as-of date, calls what might, or is about a
/// date that is worked out.
bool waits(const rules::Rule& rule) {
  Mentions all;
  walk_decision(rule, all);
  return all.as_of || all.call || (rule.on && !is_event(rule.on, rule.subjects.front().slot));
}

}  // namespace

void check_too_early(Inspection& inspection) {
  for (const rules::Rule* rule : inspection.enabled()) {
    const auto* require = std::get_if<rules::Require>(&rule->kind);
    if (!require || waits(*rule)) continue;
    const NodePtr limit = time_limit_of(require->require);
    if (!limit) continue;
    inspection.warn(*rule, place(*rule, limit),
                    "`require` does not wait: until this has happened it is a violation, also "
                    "while there is time",
                    "write a `deadline`, which is due until the time is up");
  }
}

}  // namespace remit::lint
