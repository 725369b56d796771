#include "lang/typed_dump.h"

#include <fmt/format.h>
#include <re2/re2.h>

namespace remit::lang {
namespace {

using typed::NodePtr;
using value::Kind;

std::string_view word(typed::ArithmeticOperator op) {
  switch (op) {
    case typed::ArithmeticOperator::kAdd:
      return "+";
    case typed::ArithmeticOperator::kSubtract:
      return "-";
    case typed::ArithmeticOperator::kMultiply:
      return "*";
    case typed::ArithmeticOperator::kDivide:
      return "/";
  }
  return "?";
}

std::string_view word(typed::ComparisonOperator op) {
  switch (op) {
    case typed::ComparisonOperator::kEqual:
      return "=";
    case typed::ComparisonOperator::kNotEqual:
      return "!=";
    case typed::ComparisonOperator::kLess:
      return "<";
    case typed::ComparisonOperator::kLessEqual:
      return "<=";
    case typed::ComparisonOperator::kGreater:
      return ">";
    case typed::ComparisonOperator::kGreaterEqual:
      return ">=";
  }
  return "?";
}

std::string_view word(typed::LogicalOperator op) {
  switch (op) {
    case typed::LogicalOperator::kAnd:
      return "and";
    case typed::LogicalOperator::kOr:
      return "or";
    case typed::LogicalOperator::kImplies:
      return "implies";
  }
  return "?";
}

std::string_view word(typed::PeriodRelation relation) {
  switch (relation) {
    case typed::PeriodRelation::kOverlaps:
      return "overlaps";
    case typed::PeriodRelation::kCoversDay:
      return "covers-day";
    case typed::PeriodRelation::kCoversPeriod:
      return "covers-period";
    case typed::PeriodRelation::kDuring:
      return "during";
    case typed::PeriodRelation::kBefore:
      return "before";
    case typed::PeriodRelation::kAfter:
      return "after";
  }
  return "?";
}

std::string_view word(Quantifier quantifier) {
  switch (quantifier) {
    case Quantifier::kSome:
      return "some";
    case Quantifier::kEvery:
      return "every";
    case Quantifier::kNo:
      return "no";
  }
  return "?";
}

std::string_view word(AggregateFunction function) {
  switch (function) {
    case AggregateFunction::kCount:
      return "count";
    case AggregateFunction::kSum:
      return "sum";
    case AggregateFunction::kMin:
      return "min";
    case AggregateFunction::kMax:
      return "max";
    case AggregateFunction::kMean:
      return "mean";
    case AggregateFunction::kFirst:
      return "first";
    case AggregateFunction::kLast:
      return "last";
    case AggregateFunction::kDistinct:
      return "distinct";
    case AggregateFunction::kRuns:
      return "runs";
  }
  return "?";
}

std::string_view word(Builtin builtin) {
  for (const Function& function : functions()) {
    for (const Signature& signature : function.signatures) {
      if (signature.function == builtin) return function.name;
    }
  }
  return "?";
}

std::string_view word(value::DurationFamily family) {
  switch (family) {
    case value::DurationFamily::kDays:
      return "days";
    case value::DurationFamily::kMonths:
      return "months";
    case value::DurationFamily::kWorkingDays:
      return "working days";
  }
  return "?";
}

// One overload a kind of node and of source.
struct Dumper {
  const Environment& environment;

  std::string operator()(const typed::Constant& node) const {
    const auto* text = std::get_if<std::string>(&node.value.data);
    return text != nullptr ? "\"" + *text + "\"" : value::to_string(node.value);
  }
  std::string operator()(const typed::AsOfDate&) const { return "as_of"; }
  std::string operator()(const typed::SlotUse& node) const { return fmt::format("${}", node.slot); }
  std::string operator()(const typed::ParameterUse& node) const {
    return environment.parameters[static_cast<std::size_t>(node.parameter)].name;
  }
  std::string operator()(const typed::SetUse& node) const {
    return environment.sets[static_cast<std::size_t>(node.set)].name;
  }
  std::string operator()(const typed::FieldOf& node) const {
    return row(node.row) + "." +
           table(node.table).fields[static_cast<std::size_t>(node.field)].name;
  }
  std::string operator()(const typed::PeriodOf& node) const {
    return row(node.row) + "." +
           table(node.table).periods[static_cast<std::size_t>(node.period)].name;
  }
  std::string operator()(const typed::Follow& node) const {
    return row(node.row) + "." +
           table(node.table).relations[static_cast<std::size_t>(node.relation)].name;
  }
  std::string operator()(const typed::BoundOf& node) const {
    return list(node.bound == typed::Bound::kFrom ? "from" : "to", {node.period});
  }
  std::string operator()(const typed::Widen& node) const { return list("widen", {node.operand}); }
  std::string operator()(const typed::Not& node) const { return list("not", {node.operand}); }
  std::string operator()(const typed::Negate& node) const { return list("-", {node.operand}); }
  std::string operator()(const typed::Arithmetic& node) const {
    return list(word(node.op), {node.left, node.right});
  }
  std::string operator()(const typed::Comparison& node) const {
    return list(word(node.op), {node.left, node.right});
  }
  std::string operator()(const typed::Logical& node) const {
    return list(word(node.op), {node.left, node.right});
  }
  std::string operator()(const typed::Conditional& node) const {
    return list("if", {node.condition, node.then, node.otherwise});
  }
  std::string operator()(const typed::Membership& node) const {
    return list(node.negated ? "not-in" : "in", {node.value, node.list});
  }
  std::string operator()(const typed::BetweenTest& node) const {
    return list("between", {node.value, node.low, node.high});
  }
  std::string operator()(const typed::StateTest& node) const {
    return list(node.negated ? "is-not-missing" : "is-missing", {node.operand});
  }
  std::string operator()(const typed::DistinctTest& node) const {
    return list(node.negated ? "is-not-distinct" : "is-distinct", {node.left, node.right});
  }
  std::string operator()(const typed::PatternTest& node) const {
    return fmt::format("({} {} /{}/)", node.negated ? "not-matches" : "matches", one(node.value),
                       node.pattern->pattern());
  }
  std::string operator()(const typed::PeriodTest& node) const {
    return list(word(node.relation), {node.left, node.right});
  }
  std::string operator()(const typed::Quantified& node) const {
    return fmt::format("({} {} satisfies {})", word(node.quantifier),
                       dump(node.binding, environment), one(node.satisfies));
  }
  std::string operator()(const typed::Aggregate& node) const {
    return fmt::format("({} {})", word(node.function), dump(*node.over, environment));
  }
  std::string operator()(const typed::BuiltinCall& node) const {
    return list(word(node.function), node.arguments);
  }
  std::string operator()(const typed::DefinitionCall& node) const {
    return list("call " + environment.definitions[static_cast<std::size_t>(node.definition)].name,
                node.arguments);
  }
  std::string operator()(const typed::ListOf& node) const { return list("list", node.items); }

  std::string operator()(const typed::TableSource& source) const {
    std::string text = table(source.table).name;
    if (source.tie.has_value()) {
      text += fmt::format(" tied({} to {})", one(source.tie->element), one(source.tie->outer));
    }
    return text;
  }
  std::string operator()(const typed::InverseSource& source) const {
    const auto& inverses = table(source.table).inverses;
    return row(source.row) + "." + inverses[static_cast<std::size_t>(source.inverse)].name;
  }
  std::string operator()(const typed::RunsSource& source) const {
    return fmt::format("(runs {})", dump(*source.periods, environment));
  }

  std::string one(const NodePtr& node) const { return dump(*node, environment); }
  /// A row before a dot, without its type.
  std::string row(const NodePtr& node) const { return std::visit(*this, node->kind); }
  std::string list(std::string_view head, const std::vector<NodePtr>& parts) const {
    std::string text = "(" + std::string(head);
    for (const NodePtr& part : parts) text += " " + one(part);
    return text + ")";
  }
  const model::Table& table(int index) const {
    return environment.model->tables[static_cast<std::size_t>(index)];
  }
  std::string type(const value::Type& type) const {
    if (type.kind == Kind::kDuration && type.family.has_value()) {
      return fmt::format("duration[{}]", word(*type.family));
    }
    if (type.kind == Kind::kRow) return table(type.table).entity;
    return type.table >= 0 ? "list of " + table(type.table).entity : value::to_string(type);
  }
};

}  // namespace

std::string dump(const typed::Node& node, const Environment& environment) {
  const Dumper dumper{environment};
  return std::visit(dumper, node.kind) + ":" + dumper.type(node.type);
}

std::string dump(const typed::Binding& binding, const Environment& environment) {
  const Dumper dumper{environment};
  std::string text = fmt::format("{}=${}:{} in {}", binding.name, binding.slot,
                                 dumper.type(binding.type), std::visit(dumper, binding.source));
  if (binding.where != nullptr) text += " where " + dump(*binding.where, environment);
  return text;
}

std::string dump(const typed::Comprehension& comprehension, const Environment& environment) {
  std::string text;
  if (comprehension.head != nullptr) text = dump(*comprehension.head, environment) + " for ";
  bool first = true;
  for (const typed::Binding& binding : comprehension.bindings) {
    if (!first) text += ", ";
    first = false;
    text += dump(binding, environment);
  }
  if (comprehension.by != nullptr) text += " by " + dump(*comprehension.by, environment);
  if (comprehension.otherwise != nullptr) {
    text += " else " + dump(*comprehension.otherwise, environment);
  }
  return text;
}

}  // namespace remit::lang
