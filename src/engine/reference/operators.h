#pragma once

#include <compare>

#include "engine/reference/world.h"

namespace remit::engine::reference {

/// The order of two values of one type; nothing where one is missing or they have no order
/// (durations of different families).
std::optional<std::partial_ordering> order(const Value& left, const Value& right);
/// Whether two values of one type are equal; unknown where one is missing, or where they are
/// durations of different families.
Truth equal(const Value& left, const Value& right);
/// `is distinct from`: missing is not distinct from missing. Never unknown.
bool distinct(const Value& left, const Value& right);

Truth compare(lang::typed::ComparisonOperator op, const Value& left, const Value& right);
Value arithmetic(const World& world, lang::typed::ArithmeticOperator op, const Value& left,
                 const Value& right);
Value negate(const Value& operand);
/// Whether the value is in the list; a missing element leaves it open unless another is equal.
Truth contains(const Value& list, const Value& value);
Truth test_periods(lang::typed::PeriodRelation relation, const Value& left, const Value& right);

}  // namespace remit::engine::reference
