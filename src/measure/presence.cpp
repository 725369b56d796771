#include "measure/presence.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>

#include <fmt/format.h>

#include "lang/typed_dump.h"

namespace remit::measure {
namespace {

namespace typed = lang::typed;
using typed::LogicalOperator;
using typed::NodePtr;

Present both(Present left, Present right) {
  left.merge(right);
  return left;
}

Present either(const Present& left, const Present& right) {
  Present shared;
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(),
                        std::inserter(shared, shared.begin()));
  return shared;
}

/// What is there where a node has a value; `outcome` where it is one of the two.
class Reasons {
 public:
  Reasons(const lang::Environment& environment, std::optional<bool> outcome)
      : environment_(environment), outcome_(outcome) {}

  Present operator()(const typed::Constant&) const { return {}; }
  Present operator()(const typed::AsOfDate&) const { return {}; }
  Present operator()(const typed::SlotUse&) const { return {}; }
  Present operator()(const typed::ParameterUse&) const { return {}; }
  Present operator()(const typed::SetUse&) const { return {}; }
  Present operator()(const typed::FieldOf& node) const { return known(node.row); }
  Present operator()(const typed::PeriodOf& node) const {
    const auto& period = table(node.table).periods[static_cast<std::size_t>(node.period)];
    return both(known(node.row), field(node.row, node.table, period.from));
  }
  Present operator()(const typed::Follow& node) const {
    const auto& relation = table(node.table).relations[static_cast<std::size_t>(node.relation)];
    Present present = known(node.row);
    for (const int key : relation.fields) present.merge(field(node.row, node.table, key));
    return present;
  }
  Present operator()(const typed::BoundOf& node) const { return known(node.period); }
  Present operator()(const typed::Widen& node) const { return known(node.operand); }
  Present operator()(const typed::Not& node) const {
    return outcome_ ? decided(node.operand, !*outcome_) : known(node.operand);
  }
  Present operator()(const typed::Negate& node) const { return known(node.operand); }
  Present operator()(const typed::Arithmetic& node) const { return two(node.left, node.right); }
  Present operator()(const typed::Comparison& node) const { return two(node.left, node.right); }
  /// `or` and `implies` are `and` with sides turned round: one outcome takes both sides, the other
  /// one either.
  Present operator()(const typed::Logical& node) const {
    if (!outcome_) return {};
    const bool takes_both = *outcome_ == (node.op == LogicalOperator::kAnd);
    const bool left = (node.op != LogicalOperator::kOr) == takes_both;
    const bool right = (node.op == LogicalOperator::kAnd) == takes_both;
    const Present first = decided(node.left, left);
    const Present second = decided(node.right, right);
    return takes_both ? both(first, second) : either(first, second);
  }
  Present operator()(const typed::Conditional& node) const {
    return both(known(node.condition), either(same(node.then), same(node.otherwise)));
  }
  Present operator()(const typed::Membership& node) const { return known(node.value); }
  /// One bound alone can tell that a value is not between them.
  Present operator()(const typed::BetweenTest& node) const {
    Present present = known(node.value);
    if (outcome_ == true) present.merge(two(node.low, node.high));
    return present;
  }
  Present operator()(const typed::StateTest& node) const {
    return outcome_ == node.negated ? known(node.operand) : Present{};
  }
  Present operator()(const typed::DistinctTest&) const { return {}; }
  Present operator()(const typed::PatternTest& node) const { return known(node.value); }
  Present operator()(const typed::PeriodTest& node) const { return two(node.left, node.right); }
  Present operator()(const typed::Quantified& node) const {
    const auto* inverse = std::get_if<typed::InverseSource>(&node.binding.source);
    return inverse != nullptr ? known(inverse->row) : Present{};
  }
  Present operator()(const typed::Aggregate&) const { return {}; }
  Present operator()(const typed::BuiltinCall& node) const {
    if (node.function == lang::Builtin::kCoalesce) return {};
    Present present;
    for (const NodePtr& argument : node.arguments) present.merge(known(argument));
    return present;
  }
  Present operator()(const typed::DefinitionCall&) const { return {}; }
  Present operator()(const typed::ListOf&) const { return {}; }

 private:
  Present known(const NodePtr& node) const { return present_where_known(*node, environment_); }
  Present two(const NodePtr& left, const NodePtr& right) const {
    return both(known(left), known(right));
  }
  Present decided(const NodePtr& condition, bool outcome) const {
    return present_where(*condition, outcome, environment_);
  }
  /// Of a branch, which has the value of the whole.
  Present same(const NodePtr& branch) const {
    return outcome_ ? decided(branch, *outcome_) : known(branch);
  }
  Present field(const NodePtr& row, int of, int field) const {
    return {field_text(row, of, field, environment_)};
  }
  const model::Table& table(int index) const {
    return environment_.model->tables[static_cast<std::size_t>(index)];
  }

  const lang::Environment& environment_;
  std::optional<bool> outcome_;
};

/// As a field of the row begins: without the type.
std::string row_text(const typed::Node& row, const lang::Environment& environment) {
  const std::string text = dump(row, environment);
  return text.substr(0, text.rfind(':'));
}

Present with_itself(const typed::Node& node, std::optional<bool> outcome,
                    const lang::Environment& environment) {
  Present present = std::visit(Reasons{environment, outcome}, node.kind);
  present.insert(dump(node, environment));
  return present;
}

}  // namespace

Present present_in_call(const std::vector<NodePtr>& arguments, const Present& outside,
                        const lang::Environment& environment) {
  Present inside;
  for (std::size_t a = 0; a < arguments.size(); ++a) {
    if (arguments[a]->type.kind != value::Kind::kRow) continue;
    const std::string row = row_text(*arguments[a], environment) + ".";
    for (auto text = outside.lower_bound(row); text != outside.end(); ++text) {
      if (!text->starts_with(row)) break;
      inside.insert(fmt::format("${}.{}", a + 1, text->substr(row.size())));
    }
  }
  return inside;
}

std::string field_text(const NodePtr& row, int table, int field,
                       const lang::Environment& environment) {
  const model::Table& of = environment.model->tables[static_cast<std::size_t>(table)];
  const value::Type type = value::type(of.fields[static_cast<std::size_t>(field)].kind);
  return dump(typed::Node{type, {}, typed::FieldOf{row, table, field}}, environment);
}

Present present_where_known(const typed::Node& node, const lang::Environment& environment) {
  return with_itself(node, std::nullopt, environment);
}

Present present_where(const typed::Node& condition, bool outcome,
                      const lang::Environment& environment) {
  return with_itself(condition, outcome, environment);
}

Present present_unless(const typed::Node& condition, bool decided,
                       const lang::Environment& environment) {
  const bool outcome = !decided;
  if (const auto* test = std::get_if<typed::StateTest>(&condition.kind)) {
    if (test->negated != outcome) return {};
    return present_where_known(*test->operand, environment);
  }
  if (const auto* logical = std::get_if<typed::Logical>(&condition.kind)) {
    if (logical->op != (outcome ? LogicalOperator::kAnd : LogicalOperator::kOr)) return {};
    return both(present_unless(*logical->left, decided, environment),
                present_unless(*logical->right, decided, environment));
  }
  if (const auto* negated = std::get_if<typed::Not>(&condition.kind)) {
    return present_unless(*negated->operand, !decided, environment);
  }
  return {};
}

}  // namespace remit::measure
