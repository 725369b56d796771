#include "engine/reference/logic.h"

namespace remit::engine::reference {

Truth not_(Truth operand) {
  if (!operand) return std::nullopt;
  return !*operand;
}

Truth and_(Truth left, Truth right) {
  if (left == false || right == false) return false;
  if (left == true && right == true) return true;
  return std::nullopt;
}

Truth or_(Truth left, Truth right) { return not_(and_(not_(left), not_(right))); }

Truth implies(Truth left, Truth right) { return or_(not_(left), right); }

Truth truth_of(const Value& value) {
  if (value.is_missing()) return std::nullopt;
  return value.as<bool>();
}

Value value_of(Truth truth) { return truth ? Value{*truth} : missing(); }

}  // namespace remit::engine::reference
