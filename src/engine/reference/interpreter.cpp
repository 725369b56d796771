#include "engine/reference/interpreter.h"

#include <re2/re2.h>

#include "engine/reference/aggregates.h"
#include "engine/reference/builtins.h"
#include "engine/reference/collections.h"
#include "engine/reference/logic.h"
#include "engine/reference/main_tables.h"
#include "engine/reference/names.h"
#include "engine/reference/operators.h"

// Decisions where the language page is silent:
// - Both sides of `and`, `or` and `implies` are always looked at; it can make no difference but
//   in which dates outside of the calendar are noted.
namespace remit::engine::reference {
namespace {

namespace typed = lang::typed;

struct Interpreter {
  const World& world;
  const Frame& frame;

  Value value(const NodePtr& node) const { return evaluate(world, *node, frame); }
  Truth truth(const NodePtr& node) const { return truth_of(value(node)); }
  std::vector<Value> values(const std::vector<NodePtr>& nodes) const {
    std::vector<Value> all;
    for (const NodePtr& node : nodes) all.push_back(value(node));
    return all;
  }

  Value operator()(const typed::Constant& node) const { return node.value; }
  Value operator()(const typed::AsOfDate& /*node*/) const { return {world.as_of}; }
  Value operator()(const typed::SlotUse& node) const {
    return frame.at(static_cast<std::size_t>(node.slot));
  }
  Value operator()(const typed::ParameterUse& node) const {
    return parameter(world, node.parameter, frame.at(0));
  }
  Value operator()(const typed::SetUse& node) const {
    return code_set(world, node.set, frame.at(0));
  }
  Value operator()(const typed::FieldOf& node) const {
    return field_of(world, value(node.row), node.table, node.field);
  }
  Value operator()(const typed::PeriodOf& node) const {
    return period_of(world, value(node.row), node.table, node.period);
  }
  Value operator()(const typed::Follow& node) const {
    return follow(world, value(node.row), node.table, node.relation);
  }
  Value operator()(const typed::BoundOf& node) const {
    const Value of = value(node.period);
    if (of.is_missing()) return missing();
    const auto& period = of.as<value::Period>();
    if (node.bound == typed::Bound::kFrom) return {period.from};
    return value::is_open(period) ? missing() : Value{period.to};
  }
  Value operator()(const typed::Widen& node) const {
    Value narrow = value(node.operand);
    if (const auto* integer = std::get_if<std::int64_t>(&narrow.data)) {
      return {static_cast<double>(*integer)};
    }
    return narrow;
  }
  Value operator()(const typed::Not& node) const { return value_of(negation(truth(node.operand))); }
  Value operator()(const typed::Negate& node) const { return negate(value(node.operand)); }
  Value operator()(const typed::Arithmetic& node) const {
    return arithmetic(world, node.op, value(node.left), value(node.right));
  }
  Value operator()(const typed::Comparison& node) const {
    return value_of(compare(node.op, value(node.left), value(node.right)));
  }
  Value operator()(const typed::Logical& node) const {
    const Truth left = truth(node.left);
    const Truth right = truth(node.right);
    if (node.op == typed::LogicalOperator::kAnd) return value_of(conjunction(left, right));
    if (node.op == typed::LogicalOperator::kOr) return value_of(disjunction(left, right));
    return value_of(implies(left, right));
  }
  Value operator()(const typed::Conditional& node) const {
    const Truth condition = truth(node.condition);
    if (!condition) return missing();
    return value(*condition ? node.then : node.otherwise);
  }
  Value operator()(const typed::Membership& node) const {
    const Truth found = contains(value(node.list), value(node.value));
    return value_of(node.negated ? negation(found) : found);
  }
  Value operator()(const typed::BetweenTest& node) const {
    using lang::typed::ComparisonOperator;
    const Value tested = value(node.value);
    return value_of(conjunction(compare(ComparisonOperator::kLessEqual, value(node.low), tested),
                                compare(ComparisonOperator::kLessEqual, tested, value(node.high))));
  }
  /// Whether what is missing may only not have been seen: then that it is missing is no fact.
  bool may_be_unseen(const NodePtr& node) const { return reads_open(world, node); }
  Value operator()(const typed::StateTest& node) const {
    const bool is_missing = value(node.operand).is_missing();
    if (is_missing && may_be_unseen(node.operand)) return missing();
    return {is_missing != node.negated};
  }
  Value operator()(const typed::DistinctTest& node) const {
    const Value left = value(node.left);
    const Value right = value(node.right);
    if (left.is_missing() && may_be_unseen(node.left)) return missing();
    if (right.is_missing() && may_be_unseen(node.right)) return missing();
    return {distinct(left, right) != node.negated};
  }
  Value operator()(const typed::PatternTest& node) const {
    const Value tested = value(node.value);
    if (tested.is_missing()) return missing();
    return {re2::RE2::PartialMatch(tested.as<std::string>(), *node.pattern) != node.negated};
  }
  Value operator()(const typed::PeriodTest& node) const {
    return value_of(test_periods(node.relation, value(node.left), value(node.right)));
  }
  Value operator()(const typed::Quantified& node) const {
    return value_of(quantify(world, node, frame));
  }
  Value operator()(const typed::Aggregate& node) const { return aggregate(world, node, frame); }
  Value operator()(const typed::BuiltinCall& node) const {
    const std::vector<Value> arguments = values(node.arguments);
    for (std::size_t i = 0; node.function == lang::Builtin::kCoalesce && i < arguments.size();
         ++i) {
      if (!arguments[i].is_missing()) break;
      if (may_be_unseen(node.arguments[i])) return missing();
    }
    return call(world, node.function, arguments);
  }
  Value operator()(const typed::DefinitionCall& node) const {
    const auto& definition =
        world.environment.definitions.at(static_cast<std::size_t>(node.definition));
    Frame inner(definition.slots.size());
    inner.at(0) = frame.at(0);
    for (std::size_t i = 0; i < node.arguments.size(); ++i) {
      inner.at(i + 1) = value(node.arguments[i]);
    }
    return evaluate(world, *definition.body, inner);
  }
  Value operator()(const typed::ListOf& node) const {
    return {std::make_shared<const value::List>(values(node.items))};
  }
};

template <typename T>
std::optional<T> evaluate_as(const World& world, const NodePtr& node, const Frame& frame) {
  const Value result = evaluate(world, *node, frame);
  if (result.is_missing()) return std::nullopt;
  return result.as<T>();
}

}  // namespace

Value evaluate(const World& world, const typed::Node& node, const Frame& frame) {
  return std::visit(Interpreter{world, frame}, node.kind);
}

Truth evaluate_truth(const World& world, const NodePtr& node, const Frame& frame) {
  return node ? evaluate_as<bool>(world, node, frame) : Truth{true};
}

std::optional<Date> evaluate_date(const World& world, const NodePtr& node, const Frame& frame) {
  return evaluate_as<Date>(world, node, frame);
}

std::optional<value::Duration> evaluate_duration(const World& world, const NodePtr& node,
                                                 const Frame& frame) {
  return evaluate_as<value::Duration>(world, node, frame);
}

std::optional<value::Period> evaluate_period(const World& world, const NodePtr& node,
                                             const Frame& frame) {
  return evaluate_as<value::Period>(world, node, frame);
}

}  // namespace remit::engine::reference
