#include <fmt/format.h>

#include "prose/value.h"

namespace remit::prose {
namespace {

namespace typed = lang::typed;
using typed::ArithmeticOperator;
using value::Kind;

const NodePtr& without_widening(const NodePtr& node) {
  const auto* widened = std::get_if<typed::Widen>(&node->kind);
  return widened != nullptr ? without_widening(widened->operand) : node;
}

std::string operand(const NodePtr& node, Context& context) {
  const NodePtr& inner = without_widening(node);
  const bool call = std::holds_alternative<typed::BuiltinCall>(inner->kind);
  const std::string phrase = call ? value(inner, context) : grouped_value(inner, context);
  // What is reckoned over several rows has words of its own after it, unless it stands below.
  const bool over_rows = std::holds_alternative<typed::Aggregate>(inner->kind) &&
                         !phrase.starts_with(general_noun(inner->type) + " (");
  return call || over_rows ? "(" + phrase + ")" : phrase;
}

/// The unit that a duration of one unit is counted in; empty for any other.
std::string unit_of(const NodePtr& node) {
  const auto* constant = std::get_if<typed::Constant>(&node->kind);
  const auto* duration =
      constant != nullptr ? std::get_if<value::Duration>(&constant->value.data) : nullptr;
  if (duration == nullptr || duration->count != 1) return {};
  switch (duration->family) {
    case value::DurationFamily::kDays:
      return "days";
    case value::DurationFamily::kMonths:
      return "months";
    case value::DurationFamily::kWorkingDays:
      return "working days";
  }
  return {};
}

std::string times_unit(const NodePtr& count, const std::string& unit, Context& context) {
  if (const auto* use = std::get_if<typed::ParameterUse>(&count->kind)) {
    const auto& parameters = context.environment().parameters;
    return parameter_phrase(parameters[static_cast<std::size_t>(use->parameter)], unit);
  }
  if (std::holds_alternative<typed::Constant>(count->kind)) {
    return counted(value(count, context), unit);
  }
  if (std::holds_alternative<typed::Arithmetic>(count->kind)) {
    return fmt::format("{} {}", grouped_value(count, context), unit);
  }
  return fmt::format("as many {} as {}", unit, value(count, context));
}

std::string product(const typed::Arithmetic& node, Context& context) {
  for (const auto& [count, duration] :
       {std::pair{node.left, node.right}, {node.right, node.left}}) {
    const std::string unit = unit_of(duration);
    if (!unit.empty()) return times_unit(count, unit, context);
  }
  return fmt::format("{} times {}", operand(node.left, context), operand(node.right, context));
}

std::string sum(const typed::Arithmetic& node, Context& context) {
  const bool adds = node.op == ArithmeticOperator::kAdd;
  if (node.left->type.kind != Kind::kDate) {
    // A date may stand on either side of a plus.
    if (node.right->type.kind == Kind::kDate) {
      return fmt::format("{} after {}", value(node.left, context), value(node.right, context));
    }
    return fmt::format("{} {} {}", operand(node.left, context), adds ? "plus" : "minus",
                       operand(node.right, context));
  }
  if (node.right->type.kind == Kind::kDate) {
    return fmt::format("the number of days from {} to {}", value(node.right, context),
                       value(node.left, context));
  }
  return fmt::format("{} {} {}", value(node.right, context), adds ? "after" : "before",
                     value(node.left, context));
}

}  // namespace

std::string grouped_value(const NodePtr& node, Context& context) {
  const NodePtr& inner = without_widening(node);
  const std::string phrase = value(inner, context);
  const bool nested = std::holds_alternative<typed::Arithmetic>(inner->kind) ||
                      std::holds_alternative<typed::Negate>(inner->kind);
  const bool number = inner->type.kind == Kind::kInteger || inner->type.kind == Kind::kNumber;
  return nested && number ? "(" + phrase + ")" : phrase;
}

std::string arithmetic_phrase(const typed::Arithmetic& node, Context& context) {
  switch (node.op) {
    case ArithmeticOperator::kMultiply:
      return product(node, context);
    case ArithmeticOperator::kDivide:
      return fmt::format("{} divided by {}", operand(node.left, context),
                         operand(node.right, context));
    case ArithmeticOperator::kAdd:
    case ArithmeticOperator::kSubtract:
      return sum(node, context);
  }
  return {};
}

std::string negated_phrase(const typed::Negate& node, Context& context) {
  return "minus " + operand(node.operand, context);
}

}  // namespace remit::prose
