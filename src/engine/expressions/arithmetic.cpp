#include <cmath>
#include <limits>

#include "engine/dates.h"
#include "engine/expression.h"
#include "value/number.h"

namespace remit::engine::expressions {
namespace {

using typed::ArithmeticOperator;
using value::Date;
using value::Duration;
using value::Kind;
using Integer = std::int64_t;

std::optional<Integer> calculate(ArithmeticOperator op, Integer a, Integer b) {
  Integer result = 0;
  bool overflow = true;
  switch (op) {
    case ArithmeticOperator::kAdd:
      overflow = __builtin_add_overflow(a, b, &result);
      break;
    case ArithmeticOperator::kSubtract:
      overflow = __builtin_sub_overflow(a, b, &result);
      break;
    case ArithmeticOperator::kMultiply:
      overflow = __builtin_mul_overflow(a, b, &result);
      break;
    case ArithmeticOperator::kDivide:  // `/` has been widened to numbers
      break;
  }
  if (overflow) return std::nullopt;
  return result;
}

std::optional<double> calculate(ArithmeticOperator op, double a, double b) {
  double result = 0;
  switch (op) {
    case ArithmeticOperator::kAdd:
      result = a + b;
      break;
    case ArithmeticOperator::kSubtract:
      result = a - b;
      break;
    case ArithmeticOperator::kMultiply:
      result = a * b;
      break;
    case ArithmeticOperator::kDivide:
      if (b == 0) return std::nullopt;
      result = a / b;
      break;
  }
  if (!std::isfinite(result)) return std::nullopt;
  return value::to_decimal(result);
}

std::optional<Duration> calculate(ArithmeticOperator op, const Duration& a, const Duration& b) {
  if (a.family != b.family) return std::nullopt;
  const auto count = calculate(op, a.count, b.count);
  if (!count) return std::nullopt;
  return Duration{*count, a.family};
}

std::optional<Duration> times(const Duration& duration, Integer factor) {
  const auto count = calculate(ArithmeticOperator::kMultiply, duration.count, factor);
  if (!count) return std::nullopt;
  return Duration{*count, duration.family};
}

std::optional<std::int32_t> moved(std::int32_t days, const Duration& duration,
                                  ArithmeticOperator op, Context& context) {
  const auto by = op == ArithmeticOperator::kAdd ? std::optional(duration) : negated(duration);
  if (!by) return std::nullopt;
  const auto date = add(Date{days}, *by, context);
  if (!date) return std::nullopt;
  return date->days;
}

template <typename T>
Vector same_kind(Kind kind, ArithmeticOperator op, const Vector& left, const Vector& right) {
  return map_two<T, T, T>(kind, left, right,
                          [op](const T& a, const T& b) { return calculate(op, a, b); });
}

Vector of_dates(ArithmeticOperator op, const Vector& left, const Vector& right, Context& context) {
  if (right.kind == Kind::kDate) {
    return map_two<Integer, std::int32_t, std::int32_t>(
        Kind::kInteger, left, right,
        [](std::int32_t a, std::int32_t b) { return std::optional(Integer{a} - Integer{b}); });
  }
  if (left.kind == Kind::kDuration) return of_dates(op, right, left, context);
  return map_two<std::int32_t, std::int32_t, Duration>(
      Kind::kDate, left, right, [&](std::int32_t days, const Duration& duration) {
        return moved(days, duration, op, context);
      });
}

}  // namespace

Vector arithmetic(const typed::Arithmetic& it, const typed::Node&, const FramePtr& frame,
                  Context& context) {
  const Vector left = evaluate(*it.left, frame, context);
  const Vector right = evaluate(*it.right, frame, context);
  if (left.kind == Kind::kDate || right.kind == Kind::kDate) {
    return of_dates(it.op, left, right, context);
  }
  if (left.kind == Kind::kInteger && right.kind == Kind::kDuration) {
    return map_two<Duration, Duration, Integer>(Kind::kDuration, right, left, times);
  }
  if (left.kind == Kind::kDuration && right.kind == Kind::kInteger) {
    return map_two<Duration, Duration, Integer>(Kind::kDuration, left, right, times);
  }
  if (left.kind == Kind::kDuration) {
    return same_kind<Duration>(Kind::kDuration, it.op, left, right);
  }
  if (left.kind == Kind::kInteger) return same_kind<Integer>(Kind::kInteger, it.op, left, right);
  return same_kind<double>(Kind::kNumber, it.op, left, right);
}

Vector negate(const typed::Negate& it, const typed::Node&, const FramePtr& frame,
              Context& context) {
  const Vector operand = evaluate(*it.operand, frame, context);
  if (operand.kind == Kind::kDuration) {
    return map_one<Duration, Duration>(Kind::kDuration, operand, negated);
  }
  if (operand.kind == Kind::kInteger) {
    return map_one<Integer, Integer>(Kind::kInteger, operand, [](Integer number) {
      return calculate(ArithmeticOperator::kSubtract, Integer{0}, number);
    });
  }
  return map_one<double, double>(Kind::kNumber, operand,
                                 [](double number) { return std::optional(-number); });
}

Vector widen(const typed::Widen& it, const FramePtr& frame, Context& context) {
  Vector operand = evaluate(*it.operand, frame, context);
  if (operand.kind != Kind::kInteger) return operand;
  return map_one<double, Integer>(Kind::kNumber, operand, [](Integer number) {
    return std::optional(static_cast<double>(number));
  });
}

}  // namespace remit::engine::expressions
