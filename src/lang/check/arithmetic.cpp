#include <fmt/format.h>

#include "lang/check/context.h"

namespace remit::lang::check {
namespace {

using typed::ArithmeticOperator;

std::string_view sign(ArithmeticOperator op) {
  switch (op) {
    case ArithmeticOperator::kAdd:
      return "+";
    case ArithmeticOperator::kSubtract:
      return "-";
    case ArithmeticOperator::kMultiply:
      return "*";
    case ArithmeticOperator::kDivide:
      return "/";
  }
  return "+";
}

bool adds(ArithmeticOperator op) {
  return op == ArithmeticOperator::kAdd || op == ArithmeticOperator::kSubtract;
}

// The type of the result, or nothing where the operands do not go together.
std::optional<Type> result_type(ArithmeticOperator op, const Type& left, const Type& right) {
  if (is_numeric(left) && is_numeric(right)) {
    return op == ArithmeticOperator::kDivide ? value::type(Kind::kNumber)
                                             : *common_type(left, right);
  }
  const bool date = left.kind == Kind::kDate;
  const bool duration = left.kind == Kind::kDuration;
  if (adds(op) && date && right.kind == Kind::kDuration) return left;
  if (op == ArithmeticOperator::kSubtract && date && right.kind == Kind::kDate) {
    return value::type(Kind::kInteger);
  }
  if (adds(op) && duration && right.kind == Kind::kDuration && !families_clash(left, right)) {
    return left.family.has_value() ? left : right;
  }
  if (op != ArithmeticOperator::kMultiply) return std::nullopt;
  if (duration && right.kind == Kind::kInteger) return left;
  if (right.kind == Kind::kDuration && left.kind == Kind::kInteger) return right;
  return std::nullopt;
}

std::string help_for_adding(const Type& left, const Type& right) {
  if (left.kind == Kind::kDate && is_numeric(right)) {
    return "say of which unit: `d + 3 days`, `d + 3 working days`";
  }
  if (left.kind == Kind::kDuration && right.kind == Kind::kDate) {
    return "the date comes first: `d + 3 days`";
  }
  if (left.kind == Kind::kDate && right.kind == Kind::kDate) {
    return "dates can be subtracted; `period(a, b)` is the time between them";
  }
  if (families_clash(left, right)) {
    return "add them to a date one after the other: `d + 1 month + 2 days`";
  }
  if (left.kind == Kind::kString && right.kind == Kind::kString) {
    return "`concat(a, b)` joins strings";
  }
  if (left.kind == Kind::kPeriod || right.kind == Kind::kPeriod) {
    return "use its bounds (`p.from`, `p.to`) or `length(p)`";
  }
  return {};
}

std::string help_for(ArithmeticOperator op, const Type& left, const Type& right) {
  if (adds(op)) return help_for_adding(left, right);
  const bool duration = left.kind == Kind::kDuration || right.kind == Kind::kDuration;
  if (duration && op == ArithmeticOperator::kMultiply) {
    return "a duration is multiplied by an integer; `round(x)` makes one of a number";
  }
  if (duration) return "a duration can be multiplied by an integer, not divided";
  return {};
}

NodePtr operand(Context& context, const Expression& expression) {
  return check_value(context, expression, "arithmetic with `missing` is always missing",
                     "write the value that is meant, or leave the term out");
}

}  // namespace

NodePtr check_arithmetic(Context& context, const Expression& whole, const Binary& node,
                         ArithmeticOperator op) {
  NodePtr left = operand(context, *node.left);
  NodePtr right = operand(context, *node.right);
  if (is_error(left) || is_error(right)) return error_node(whole.span);
  const std::optional<Type> type = result_type(op, left->type, right->type);
  if (!type.has_value()) {
    context.error("wrong-type", whole.span,
                  fmt::format("`{}` does not take {} and {}", sign(op),
                              describe(context, left->type), describe(context, right->type)),
                  help_for(op, left->type, right->type));
    return error_node(whole.span);
  }
  if (type->kind == Kind::kNumber) {
    left = convert(context, left, *type);
    right = convert(context, right, *type);
  }
  return make(*type, whole.span, typed::Arithmetic{op, left, right});
}

NodePtr check_negation(Context& context, const Expression& whole, const Unary& node) {
  NodePtr value = operand(context, *node.operand);
  if (is_error(value)) return value;
  if (!is_numeric(value->type) && value->type.kind != Kind::kDuration) {
    context.error("wrong-type", value->span,
                  fmt::format("`-` does not take {}", describe(context, value->type)),
                  value->type.kind == Kind::kBoolean ? "`not` negates a boolean" : "");
    return error_node(whole.span);
  }
  return make(value->type, whole.span, typed::Negate{value});
}

}  // namespace remit::lang::check
