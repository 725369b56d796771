#include <fmt/format.h>

#include "lang/check/context.h"

namespace remit::lang::check {
namespace {

NodePtr too_deep(Context& context, const Expression& expression) {
  context.error("nested-too-deeply", expression.span,
                fmt::format("this is nested more than {} levels deep", kMaximumDepth),
                "give parts of it names under `definitions`, or list values with `in [...]`");
  return error_node(expression.span);
}

}  // namespace

NodePtr check_expression(Context& context, const Expression& expression) {
  if (context.depth >= kMaximumDepth) return too_deep(context, expression);
  ++context.depth;
  NodePtr node = std::visit([&](const auto& each) { return check_node(context, expression, each); },
                            expression.node);
  --context.depth;
  return node;
}

NodePtr check_value(Context& context, const Expression& expression, std::string_view consequence,
                    std::string_view help) {
  NodePtr node = check_expression(context, expression);
  if (!is_missing_literal(node)) return node;
  context.error("missing-operand", expression.span, std::string(consequence), std::string(help));
  return error_node(expression.span);
}

NodePtr check_boolean(Context& context, const Expression& expression, std::string_view what) {
  return require_type(context, check_expression(context, expression), value::type(Kind::kBoolean),
                      what);
}

// What to write where a value of another type stands.
std::string type_help(const Type& found, const Type& expected) {
  const auto is = [&](Kind kind, Kind wanted) {
    return found.kind == kind && expected.kind == wanted;
  };
  if (is(Kind::kNumber, Kind::kInteger)) {
    return "`round`, `floor` and `ceiling` make an integer of a number";
  }
  if (is(Kind::kRow, Kind::kBoolean)) return "compare one of its fields, or ask `is not missing`";
  if (is(Kind::kPeriod, Kind::kBoolean)) return "write `p covers d`, or `p overlaps q`";
  if (expected.kind == Kind::kBoolean) {
    return "make a condition of it: `x = ...`, `x > ...` or `x is not missing`";
  }
  if (is(Kind::kPeriod, Kind::kDate)) return "its first day is `p.from`, the day after it `p.to`";
  if (is(Kind::kDate, Kind::kPeriod)) return "`period(a, b)` makes a period of two dates";
  if (is(Kind::kInteger, Kind::kDuration)) return "say of which unit: `14 days`";
  if (is(Kind::kDuration, Kind::kDate)) return "move a date by it: `a + 14 days`";
  if (is(Kind::kDuration, Kind::kInteger)) return "write a number without a unit: `2`";
  if (is(Kind::kInteger, Kind::kPeriod)) {
    return "give the periods themselves: `a.period for a in ...`";
  }
  if (is(Kind::kBoolean, Kind::kPeriod)) return "a condition belongs to `when` or `where`";
  if (is(Kind::kString, Kind::kNumber) || is(Kind::kString, Kind::kInteger)) {
    return "a number is written without quotes, and so is the name of a parameter";
  }
  if (is(Kind::kRow, Kind::kString)) return "name one of its fields";
  if (is(Kind::kString, Kind::kDate)) {
    return "a date is written without quotes: `2026-01-31`; a field gets its type in the model";
  }
  return {};
}

NodePtr require_type(Context& context, const NodePtr& node, const Type& expected,
                     std::string_view what) {
  const std::optional<Type> common = common_type(node->type, expected);
  const bool narrows = expected.kind == Kind::kInteger && node->type.kind == Kind::kNumber;
  if (common.has_value() && !narrows) return convert(context, node, expected);
  const bool is_text = node->type.kind == Kind::kString && expected.kind == Kind::kBoolean &&
                       std::holds_alternative<typed::Constant>(node->kind);
  context.error("wrong-type", node->span,
                fmt::format("{} must be {}, and {} is {}", what, describe(context, expected),
                            context.quote(node->span), describe(context, node->type)),
                is_text ? "take the quotes away: what stands in quotes is a text"
                        : type_help(node->type, expected));
  return error_node(node->span);
}

NodePtr check_node(Context& context, const Expression& whole, const Unary& node) {
  switch (node.op) {
    case UnaryOperator::kNot:
      return check_not(context, whole, node);
    case UnaryOperator::kNegate:
      return check_negation(context, whole, node);
  }
  return error_node(whole.span);
}

NodePtr check_node(Context& context, const Expression& whole, const Binary& node) {
  switch (node.op) {
    case BinaryOperator::kImplies:
      return check_logical(context, whole, node, typed::LogicalOperator::kImplies);
    case BinaryOperator::kOr:
      return check_logical(context, whole, node, typed::LogicalOperator::kOr);
    case BinaryOperator::kAnd:
      return check_logical(context, whole, node, typed::LogicalOperator::kAnd);
    case BinaryOperator::kEqual:
      return check_comparison(context, whole, node, typed::ComparisonOperator::kEqual);
    case BinaryOperator::kNotEqual:
      return check_comparison(context, whole, node, typed::ComparisonOperator::kNotEqual);
    case BinaryOperator::kLess:
      return check_comparison(context, whole, node, typed::ComparisonOperator::kLess);
    case BinaryOperator::kLessEqual:
      return check_comparison(context, whole, node, typed::ComparisonOperator::kLessEqual);
    case BinaryOperator::kGreater:
      return check_comparison(context, whole, node, typed::ComparisonOperator::kGreater);
    case BinaryOperator::kGreaterEqual:
      return check_comparison(context, whole, node, typed::ComparisonOperator::kGreaterEqual);
    case BinaryOperator::kAdd:
      return check_arithmetic(context, whole, node, typed::ArithmeticOperator::kAdd);
    case BinaryOperator::kSubtract:
      return check_arithmetic(context, whole, node, typed::ArithmeticOperator::kSubtract);
    case BinaryOperator::kMultiply:
      return check_arithmetic(context, whole, node, typed::ArithmeticOperator::kMultiply);
    case BinaryOperator::kDivide:
      return check_arithmetic(context, whole, node, typed::ArithmeticOperator::kDivide);
    case BinaryOperator::kOverlaps:
    case BinaryOperator::kCovers:
    case BinaryOperator::kDuring:
    case BinaryOperator::kBefore:
    case BinaryOperator::kAfter:
      return check_period_relation(context, whole, node);
  }
  return error_node(whole.span);
}

}  // namespace remit::lang::check
