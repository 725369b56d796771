#include "engine/reference/operators.h"

#include <cmath>
#include <limits>

#include "engine/reference/dates.h"
#include "engine/reference/logic.h"
#include "value/number.h"

// Decisions where the language page is silent:
// - A number that is not finite (an overflow) is missing, as an integer that overflows is.
// - Durations of different families are neither equal nor unequal (unknown), but distinct.
// - Two periods are equal when their stored bounds and their shape are: an instant is not equal to
//   the span of its day.
// - A missing value is in no list for certain: `missing in []` is unknown.
namespace remit::engine::reference {
namespace {

using lang::typed::ArithmeticOperator;
using lang::typed::ComparisonOperator;
using value::Duration;

Value number(double result) {
  return std::isfinite(result) ? Value{value::to_decimal(result)} : missing();
}

Value date(std::optional<Date> result) { return result ? Value{*result} : missing(); }

std::optional<std::int64_t> calculate(ArithmeticOperator op, std::int64_t left,
                                      std::int64_t right) {
  std::int64_t result = 0;
  bool overflow = true;
  if (op == ArithmeticOperator::kAdd) overflow = __builtin_add_overflow(left, right, &result);
  if (op == ArithmeticOperator::kSubtract) overflow = __builtin_sub_overflow(left, right, &result);
  if (op == ArithmeticOperator::kMultiply) overflow = __builtin_mul_overflow(left, right, &result);
  if (overflow) return std::nullopt;
  return result;
}

double calculate(ArithmeticOperator op, double left, double right) {
  switch (op) {
    case ArithmeticOperator::kAdd:
      return left + right;
    case ArithmeticOperator::kSubtract:
      return left - right;
    case ArithmeticOperator::kMultiply:
      return left * right;
    case ArithmeticOperator::kDivide:
      return right == 0 ? std::numeric_limits<double>::quiet_NaN() : left / right;
  }
  return 0;
}

/// One overload for each pair of types that the checker lets through; any other is missing.
struct Calculation {
  const World& world;
  ArithmeticOperator op;

  Value operator()(std::int64_t left, std::int64_t right) const {
    const auto result = calculate(op, left, right);
    return result ? Value{*result} : missing();
  }
  Value operator()(double left, double right) const { return number(calculate(op, left, right)); }
  Value operator()(Date left, Date right) const {
    return {std::int64_t{left.days} - std::int64_t{right.days}};
  }
  Value operator()(Date left, const Duration& right) const {
    if (op == ArithmeticOperator::kAdd) return date(add(world, left, right));
    const Value back = negate({right});
    return back.is_missing() ? back : date(add(world, left, back.as<Duration>()));
  }
  Value operator()(const Duration& left, const Duration& right) const {
    if (left.family != right.family) return missing();
    return counted(calculate(op, left.count, right.count), left);
  }
  Value operator()(std::int64_t left, const Duration& right) const {
    return counted(calculate(op, left, right.count), right);
  }
  Value operator()(const Duration& left, std::int64_t right) const {
    return counted(calculate(op, left.count, right), left);
  }
  template <typename Left, typename Right>
  Value operator()(const Left& /*left*/, const Right& /*right*/) const {
    return missing();
  }

 private:
  static Value counted(std::optional<std::int64_t> count, const Duration& of) {
    return count ? Value{Duration{*count, of.family}} : missing();
  }
};

struct Ordering {
  template <typename Same>
  std::optional<std::partial_ordering> operator()(const Same& left, const Same& right) const {
    if constexpr (std::is_same_v<Same, Duration>) {
      if (left.family != right.family) return std::nullopt;
      return left.count <=> right.count;
    } else if constexpr (std::is_same_v<Same, std::string>) {
      return left.compare(right) <=> 0;
    } else if constexpr (std::is_same_v<Same, std::int64_t> || std::is_same_v<Same, double> ||
                         std::is_same_v<Same, Date> || std::is_same_v<Same, bool>) {
      return left <=> right;
    } else {
      return std::nullopt;
    }
  }
  template <typename Left, typename Right>
  std::optional<std::partial_ordering> operator()(const Left& /*left*/,
                                                  const Right& /*right*/) const {
    return std::nullopt;
  }
};

bool different_families(const Value& left, const Value& right) {
  const auto* first = std::get_if<Duration>(&left.data);
  const auto* second = std::get_if<Duration>(&right.data);
  return first && second && first->family != second->family;
}

}  // namespace

std::optional<std::partial_ordering> order(const Value& left, const Value& right) {
  return std::visit(Ordering{}, left.data, right.data);
}

Truth equal(const Value& left, const Value& right) {
  if (left.is_missing() || right.is_missing() || different_families(left, right)) {
    return std::nullopt;
  }
  return left.data == right.data;
}

bool distinct(const Value& left, const Value& right) { return left.data != right.data; }

Truth compare(ComparisonOperator op, const Value& left, const Value& right) {
  if (op == ComparisonOperator::kEqual) return equal(left, right);
  if (op == ComparisonOperator::kNotEqual) return negation(equal(left, right));
  const auto found = order(left, right);
  if (!found) return std::nullopt;
  if (op == ComparisonOperator::kLess) return *found < 0;
  if (op == ComparisonOperator::kLessEqual) return *found <= 0;
  if (op == ComparisonOperator::kGreater) return *found > 0;
  return *found >= 0;
}

Value arithmetic(const World& world, ArithmeticOperator op, const Value& left, const Value& right) {
  return std::visit(Calculation{world, op}, left.data, right.data);
}

Value negate(const Value& operand) {
  constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();
  if (const auto* integer = std::get_if<std::int64_t>(&operand.data)) {
    return *integer == kLeast ? missing() : Value{-*integer};
  }
  if (const auto* real = std::get_if<double>(&operand.data)) return {-*real};
  if (const auto* duration = std::get_if<Duration>(&operand.data)) {
    if (duration->count == kLeast) return missing();
    return {Duration{-duration->count, duration->family}};
  }
  return missing();
}

Truth contains(const Value& list, const Value& value) {
  if (list.is_missing() || value.is_missing()) return std::nullopt;
  Truth found = false;
  for (const Value& element : *list.as<std::shared_ptr<const value::List>>()) {
    found = disjunction(found, equal(element, value));
  }
  return found;
}

Truth test_periods(lang::typed::PeriodRelation relation, const Value& left, const Value& right) {
  using lang::typed::PeriodRelation;
  if (left.is_missing() || right.is_missing()) return std::nullopt;
  const auto& first = left.as<value::Period>();
  if (relation == PeriodRelation::kCoversDay) return value::covers(first, right.as<Date>());
  const auto& second = right.as<value::Period>();
  switch (relation) {
    case PeriodRelation::kOverlaps:
      return value::overlaps(first, second);
    case PeriodRelation::kCoversPeriod:
      return value::covers(first, second);
    case PeriodRelation::kDuring:
      return value::covers(second, first);
    case PeriodRelation::kBefore:
      return value::before(first, second);
    case PeriodRelation::kAfter:
      return value::before(second, first);
    case PeriodRelation::kCoversDay:
      break;
  }
  return std::nullopt;
}

}  // namespace remit::engine::reference
