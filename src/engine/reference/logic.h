#pragma once

#include "engine/reference/world.h"

namespace remit::engine::reference {

Truth negation(Truth operand);
Truth conjunction(Truth left, Truth right);
Truth disjunction(Truth left, Truth right);
Truth implies(Truth left, Truth right);

/// A boolean value; missing is unknown.
Truth truth_of(const Value& value);
Value value_of(Truth truth);

}  // namespace remit::engine::reference
