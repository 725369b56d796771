#include <algorithm>
#include <cmath>

#include "lint/truth/facts.h"

namespace remit::lint {
namespace {

namespace typed = lang::typed;
using lang::Builtin;
using value::Kind;

Domain at_least(double low) {
  Domain domain;
  domain.low = low;
  return domain;
}

Domain between(double low, double high) {
  Domain domain;
  domain.low = low;
  domain.high = high;
  return domain;
}

/// All values that a parameter or a code set has at one time or another.
Domain join_all(const std::vector<lang::Dated>& values) {
  Domain all = missing_only();
  all.can_be_missing = false;
  for (const lang::Dated& dated : values) all = join(all, domain_of(dated.value));
  return all;
}

bool is_undated(const lang::Parameter& parameter) {
  return parameter.values.size() == 1 && !parameter.values.front().from &&
         !parameter.values.front().to;
}

double spread(double low, bool open, double right, bool right_open, bool& result_open) {
  result_open = open || right_open;
  return low + right;
}

Domain sum(const Domain& left, const Domain& right) {
  Domain result;
  result.low = spread(left.low, left.low_open, right.low, right.low_open, result.low_open);
  result.high = spread(left.high, left.high_open, right.high, right.high_open, result.high_open);
  return result;
}

Domain negative(const Domain& operand) {
  Domain result = operand;
  result.low = -operand.high;
  result.high = -operand.low;
  std::swap(result.low_open, result.high_open);
  result.low_open = operand.high_open;
  result.high_open = operand.low_open;
  return result;
}

/// Only of what is written out: anything else can be anything.
Domain product(const Domain& left, const Domain& right) {
  const auto first = left.single();
  const auto second = right.single();
  if (!first || !second) return {};
  return between(*first * *second, *first * *second);
}

// One overload a kind of node.
struct NodeDomain {
  const Facts& facts;
  const value::Type& type;

  Domain operator()(const typed::Constant& node) const { return domain_of(node.value); }
  Domain operator()(const typed::AsOfDate&) const { return present(); }
  Domain operator()(const typed::SlotUse&) const { return {}; }
  Domain operator()(const typed::ParameterUse& node) const {
    const auto index = static_cast<std::size_t>(node.parameter);
    const lang::Parameter& parameter = facts.environment().parameters[index];
    Domain domain = join_all(parameter.values);
    domain.can_be_missing = !is_undated(parameter);
    domain.written = true;
    domain.parameters.insert(parameter.name);
    return domain;
  }
  Domain operator()(const typed::SetUse& node) const {
    return join_all(facts.environment().sets[static_cast<std::size_t>(node.set)].values);
  }
  Domain operator()(const typed::FieldOf& node) const {
    const auto& table = facts.environment().model->tables[static_cast<std::size_t>(node.table)];
    return of_field(table.fields[static_cast<std::size_t>(node.field)]);
  }
  Domain operator()(const typed::PeriodOf&) const { return {}; }
  Domain operator()(const typed::Follow&) const { return {}; }
  Domain operator()(const typed::BoundOf&) const { return {}; }
  Domain operator()(const typed::Widen& node) const { return facts.domain(node.operand); }
  Domain operator()(const typed::Not&) const { return {}; }
  Domain operator()(const typed::Negate& node) const {
    return negative(facts.domain(node.operand));
  }
  Domain operator()(const typed::Arithmetic& node) const { return of_arithmetic(node); }
  Domain operator()(const typed::Comparison&) const { return {}; }
  Domain operator()(const typed::Logical&) const { return {}; }
  Domain operator()(const typed::Conditional& node) const {
    Domain chosen = join(facts.with(node.condition, true).domain(node.then),
                         facts.with(node.condition, false).domain(node.otherwise));
    chosen.can_be_missing = chosen.can_be_missing || facts.truth(node.condition).can_be_unknown;
    chosen.written = false;
    return chosen;
  }
  Domain operator()(const typed::Membership&) const { return {}; }
  Domain operator()(const typed::BetweenTest&) const { return {}; }
  Domain operator()(const typed::StateTest&) const { return {}; }
  Domain operator()(const typed::DistinctTest&) const { return {}; }
  Domain operator()(const typed::PatternTest&) const { return {}; }
  Domain operator()(const typed::PeriodTest&) const { return {}; }
  Domain operator()(const typed::Quantified&) const { return {}; }
  Domain operator()(const typed::Aggregate& node) const {
    return node.function == lang::AggregateFunction::kCount ? at_least(0) : Domain{};
  }
  Domain operator()(const typed::BuiltinCall& node) const { return of_call(node); }
  Domain operator()(const typed::DefinitionCall&) const { return {}; }
  Domain operator()(const typed::ListOf& node) const {
    Domain all = missing_only();
    all.can_be_missing = false;
    for (const typed::NodePtr& item : node.items) all = join(all, facts.domain(item));
    return all;
  }

  static Domain present() {
    Domain domain;
    domain.can_be_missing = false;
    return domain;
  }

  /// A cell that breaks a constraint reads as missing, so that `required` does not keep a value
  /// from being missing, but the others keep it inside.
  static Domain of_field(const model::Field& field) {
    Domain domain;
    if (field.kind == Kind::kBoolean) domain.among = {"true", "false"};
    if (field.kind == Kind::kString && !field.allowed.empty()) {
      domain.among = {field.allowed.begin(), field.allowed.end()};
    }
    if (field.minimum) domain.low = *field.minimum;
    if (field.maximum) domain.high = *field.maximum;
    if (field.minimum_day) domain.low = *field.minimum_day;
    if (field.maximum_day) domain.high = *field.maximum_day;
    return domain;
  }

  bool is_day_based(const value::Type& operand) const {
    if (operand.kind != Kind::kDuration) return true;
    return operand.family == type.family || operand.family == value::DurationFamily::kDays;
  }

  Domain of_arithmetic(const typed::Arithmetic& node) const {
    const Domain left = facts.domain(node.left);
    const Domain right = facts.domain(node.right);
    Domain result;
    // Decimal fractions are rounded by the evaluator's rules: these are left to it.
    const bool exact = type.kind != Kind::kNumber && is_day_based(node.left->type) &&
                       is_day_based(node.right->type);
    if (exact && node.op == typed::ArithmeticOperator::kAdd) result = sum(left, right);
    if (exact && node.op == typed::ArithmeticOperator::kSubtract) {
      result = sum(left, negative(right));
    }
    if (exact && node.op == typed::ArithmeticOperator::kMultiply) result = product(left, right);
    result.can_be_present = left.can_be_present && right.can_be_present;
    // A number too large and a date out of range are missing.
    result.can_be_missing = left.can_be_missing || right.can_be_missing ||
                            node.op == typed::ArithmeticOperator::kDivide || !result.single();
    result.written = left.written && right.written;
    result.parameters = left.parameters;
    result.parameters.insert(right.parameters.begin(), right.parameters.end());
    return result;
  }

  Domain of_call(const typed::BuiltinCall& node) const {
    switch (node.function) {
      case Builtin::kWeekday:
        return between(1, 7);
      case Builtin::kMonth:
        return between(1, 12);
      case Builtin::kDay:
        return between(1, 31);
      case Builtin::kYear:
        return between(1, 9999);
      case Builtin::kWorkingDays:
      case Builtin::kPeriodLength:
      case Builtin::kStringLength:
      case Builtin::kAbs:
        return at_least(0);
      default:
        return {};
    }
  }
};

}  // namespace

Domain domain_by_itself(const typed::Node& node, const Facts& facts) {
  return std::visit(NodeDomain{facts, node.type}, node.kind);
}

}  // namespace remit::lint
