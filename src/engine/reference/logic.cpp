#include "engine/reference/logic.h"

namespace remit::engine::reference {

Truth negation(Truth operand) {
  if (!operand) return std::nullopt;
  return !*operand;
}

Truth conjunction(Truth left, Truth right) {
  if (left == false || right == false) return false;
  if (left == true && right == true) return true;
  return std::nullopt;
}

Truth disjunction(Truth left, Truth right) {
  return negation(conjunction(negation(left), negation(right)));
}

Truth implies(Truth left, Truth right) { return disjunction(negation(left), right); }

Truth truth_of(const Value& value) {
  if (value.is_missing()) return std::nullopt;
  return value.as<bool>();
}

Value value_of(Truth truth) { return truth ? Value{*truth} : missing(); }

}  // namespace remit::engine::reference
