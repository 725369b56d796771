#include <fmt/format.h>

#include "lang/check/context.h"

namespace remit::lang::check {
namespace {

std::string_view word(typed::LogicalOperator op) {
  switch (op) {
    case typed::LogicalOperator::kAnd:
      return "and";
    case typed::LogicalOperator::kOr:
      return "or";
    case typed::LogicalOperator::kImplies:
      return "implies";
  }
  return "and";
}

// `x = "a" or "b"`: the author means a list.
std::string list_help(const Context& context, const Expression& left, const NodePtr& right) {
  const auto* comparison = std::get_if<Binary>(&left.node);
  if (comparison == nullptr || comparison->op != BinaryOperator::kEqual) return {};
  if (!std::holds_alternative<typed::Constant>(right->kind)) return {};
  const std::string value = context.quote(comparison->left->span);
  const std::string first = context.quote(comparison->right->span);
  const std::string second = context.quote(right->span);
  return fmt::format("write `{} in [{}, {}]`", value.substr(1, value.size() - 2),
                     first.substr(1, first.size() - 2), second.substr(1, second.size() - 2));
}

NodePtr side(Context& context, const NodePtr& node, typed::LogicalOperator op,
             const std::string& help) {
  if (is_error(node)) return node;
  if (node->type.kind == Kind::kBoolean || is_missing_literal(node)) {
    return convert(context, node, value::type(Kind::kBoolean));
  }
  context.error("wrong-type", node->span,
                fmt::format("`{}` joins booleans, and {} is {}", word(op),
                            context.quote(node->span), describe(context, node->type)),
                help);
  return error_node(node->span);
}

}  // namespace

NodePtr check_logical(Context& context, const Expression& whole, const Binary& node,
                      typed::LogicalOperator op) {
  const NodePtr left = side(context, check_expression(context, *node.left), op, {});
  const NodePtr checked = check_expression(context, *node.right);
  const NodePtr right = side(context, checked, op, list_help(context, *node.left, checked));
  if (is_error(left) || is_error(right)) return error_node(whole.span);
  return make(value::type(Kind::kBoolean), whole.span, typed::Logical{op, left, right});
}

NodePtr check_not(Context& context, const Expression& whole, const Unary& node) {
  NodePtr operand = check_boolean(context, *node.operand, "what `not` negates");
  if (is_error(operand)) return operand;
  return make(value::type(Kind::kBoolean), whole.span, typed::Not{operand});
}

NodePtr check_node(Context& context, const Expression& whole, const If& node) {
  const NodePtr condition =
      check_boolean(context, *node.condition, "what stands between `if` and `then`");
  const NodePtr then = check_expression(context, *node.then);
  const NodePtr otherwise = check_expression(context, *node.otherwise);
  const std::optional<Type> type = common_type(then->type, otherwise->type);
  if (!type.has_value()) {
    context.error("wrong-type", otherwise->span,
                  fmt::format("`then` gives {}, and `else` gives {}", describe(context, then->type),
                              describe(context, otherwise->type)),
                  "both branches of an `if` have one type");
  }
  if (!type.has_value() || type->kind == Kind::kError || is_error(condition)) {
    return error_node(whole.span);
  }
  return make(*type, whole.span,
              typed::Conditional{condition, convert(context, then, *type),
                                 convert(context, otherwise, *type)});
}

}  // namespace remit::lang::check
