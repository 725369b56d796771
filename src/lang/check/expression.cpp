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

NodePtr require_type(Context& context, const NodePtr& node, const Type& expected,
                     std::string_view what) {
  const std::optional<Type> common = common_type(node->type, expected);
  const bool narrows = expected.kind == Kind::kInteger && node->type.kind == Kind::kNumber;
  if (common.has_value() && !narrows) return convert(context, node, expected);
  context.error("wrong-type", node->span,
                fmt::format("{} must be {}, and {} is {}", what, describe(context, expected),
                            context.quote(node->span), describe(context, node->type)),
                narrows ? "`round`, `floor` and `ceiling` make an integer of a number" : "");
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
