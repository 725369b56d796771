#include <algorithm>
#include <functional>

#include "engine/completeness.h"
#include "engine/expression.h"

namespace remit::engine {
namespace {

namespace typed = lang::typed;
using typed::ComparisonOperator;
using value::Kind;

bool is_equality(ComparisonOperator op) {
  return op == ComparisonOperator::kEqual || op == ComparisonOperator::kNotEqual;
}

/// The outcome of an operator for a sign: negative, zero or positive as left is less, equal, more.
bool holds(ComparisonOperator op, int sign) {
  switch (op) {
    case ComparisonOperator::kEqual:
      return sign == 0;
    case ComparisonOperator::kNotEqual:
      return sign != 0;
    case ComparisonOperator::kLess:
      return sign < 0;
    case ComparisonOperator::kLessEqual:
      return sign <= 0;
    case ComparisonOperator::kGreater:
      return sign > 0;
    case ComparisonOperator::kGreaterEqual:
      return sign >= 0;
  }
  return false;
}

/// Bit i is f(left[i], right[i]), of constants with the one that they have; f is asked of elements
/// without a value as well.
template <typename T, typename F>
Bitmap asked(const Vector& left, const Vector& right, std::size_t count, F f) {
  const T* a = left.of<T>().data();
  const T* b = right.of<T>().data();
  if (right.constant && count > 0) {
    return Bitmap::made(count, [a, f, same = *b](std::size_t i) { return f(a[i], same); });
  }
  if (left.constant && count > 0) {
    return Bitmap::made(count, [b, f, same = *a](std::size_t i) { return f(same, b[i]); });
  }
  return Bitmap::made(count, [a, b, f](std::size_t i) { return f(a[i], b[i]); });
}

/// Where both are known: all are where one that is constant has a value.
void keep_known(const Vector& operand, Bitmap& known) {
  if (!operand.constant) {
    known &= operand.known;
  } else if (!operand.known.get(0)) {
    known = Bitmap(known.size());
  }
}

/// Calls f for all pairs, word by word, without a branch for those that have no value.
template <typename T, typename F>
Vector test_all(const Vector& left, const Vector& right, F f) {
  const bool constant = left.constant && right.constant;
  const std::size_t count = constant ? std::min<std::size_t>(left.size, 1) : left.size;
  Vector result = unknown_vector(Kind::kBoolean, constant ? 1 : left.size);
  result.size = left.size;
  result.constant = constant;
  Bitmap known(result.known.size(), count > 0);
  keep_known(left, known);
  keep_known(right, known);
  if (count > 0) result.truth() = asked<T>(left, right, count, f);
  result.truth() &= known;
  result.known = std::move(known);
  unite_causes(result, {&left, &right});
  return result;
}

template <typename T>
int sign(const T& a, const T& b) {
  return a < b ? -1 : (b < a ? 1 : 0);
}

template <typename T>
Vector compare_values(ComparisonOperator op, const Vector& left, const Vector& right) {
  switch (op) {
    case ComparisonOperator::kEqual:
      return test_all<T>(left, right, std::equal_to<T>());
    case ComparisonOperator::kNotEqual:
      return test_all<T>(left, right, std::not_equal_to<T>());
    case ComparisonOperator::kLess:
      return test_all<T>(left, right, std::less<T>());
    case ComparisonOperator::kLessEqual:
      return test_all<T>(left, right, std::less_equal<T>());
    case ComparisonOperator::kGreater:
      return test_all<T>(left, right, std::greater<T>());
    case ComparisonOperator::kGreaterEqual:
      return test_all<T>(left, right, std::greater_equal<T>());
  }
  return unknown_vector(Kind::kBoolean, left.size);
}

Vector compare_durations(ComparisonOperator op, const Vector& left, const Vector& right) {
  using value::Duration;
  return map_two<bool, Duration, Duration>(
      Kind::kBoolean, left, right, [op](const Duration& a, const Duration& b) {
        return a.family == b.family ? std::optional(holds(op, sign(a.count, b.count)))
                                    : std::nullopt;
      });
}

Vector compare_periods(ComparisonOperator op, const Vector& left, const Vector& right) {
  using value::Period;
  return map_two<bool, Period, Period>(
      Kind::kBoolean, left, right, [op](const Period& a, const Period& b) {
        return std::optional((a == b) == (op == ComparisonOperator::kEqual));
      });
}

/// Equality of codes, the right side's translated into the left side's dictionary.
Vector compare_codes(ComparisonOperator op, const Vector& left, const Vector& right,
                     Context& context) {
  if (left.dictionary && right.dictionary && left.dictionary->size() < right.dictionary->size()) {
    return compare_codes(op, right, left, context);  // the smaller dictionary is translated
  }
  const bool equal = op == ComparisonOperator::kEqual;
  const bool translate = left.dictionary != right.dictionary && left.dictionary && right.dictionary;
  if (!translate) return compare_values<std::int32_t>(op, left, right);
  const data::Codes& codes = context.translation(right.dictionary, left.dictionary);
  if (right.constant && right.known.get(0)) {
    Vector here = right;
    auto& code = here.of<std::int32_t>()[0];
    code = codes[static_cast<std::size_t>(code)];
    return compare_values<std::int32_t>(op, left, here);
  }
  return map_two<bool, std::int32_t, std::int32_t>(
      Kind::kBoolean, left, right, [&](std::int32_t a, std::int32_t b) {
        return std::optional((a == codes[static_cast<std::size_t>(b)]) == equal);
      });
}

Vector compare_texts(ComparisonOperator op, const Vector& left, const Vector& right) {
  std::string one;
  std::string other;
  return map_two<bool, std::int32_t, std::int32_t>(
      Kind::kBoolean, left, right, [&](std::int32_t a, std::int32_t b) {
        const auto order = left.dictionary->text(a, one).compare(right.dictionary->text(b, other));
        return std::optional(holds(op, order));
      });
}

Vector compare_booleans(ComparisonOperator op, const Vector& left, const Vector& right) {
  const Vector a = flatten(left);
  const Vector b = flatten(right);
  Vector result = unknown_vector(Kind::kBoolean, a.size);
  result.known = a.known;
  result.known &= b.known;
  result.known.each([&](std::size_t i) {
    const bool equal = a.truth().get(i) == b.truth().get(i);
    result.truth().set(i, equal == (op == ComparisonOperator::kEqual));
  });
  unite_causes(result, {&a, &b});
  return result;
}

/// What is missing may only not have been seen: nothing is said of it.
void leave_unknown(Vector& result, const Vector& operand) {
  result.known &= operand.known;
  result.truth() &= operand.known;
}

}  // namespace

Vector compare(ComparisonOperator op, const Vector& left, const Vector& right, Context& context) {
  switch (left.kind) {
    case Kind::kBoolean:
      return compare_booleans(op, left, right);
    case Kind::kInteger:
      return compare_values<std::int64_t>(op, left, right);
    case Kind::kNumber:
      return compare_values<double>(op, left, right);
    case Kind::kDate:
    case Kind::kRow:
      return compare_values<std::int32_t>(op, left, right);
    case Kind::kString:
      return is_equality(op) ? compare_codes(op, left, right, context)
                             : compare_texts(op, left, right);
    case Kind::kDuration:
      return compare_durations(op, left, right);
    case Kind::kPeriod:
      return compare_periods(op, left, right);
    case Kind::kError:
    case Kind::kMissing:
    case Kind::kList:
    case Kind::kCollection:
      break;
  }
  return unknown_vector(Kind::kBoolean, left.size);
}

namespace expressions {

Vector comparison(const typed::Comparison& it, const FramePtr& frame, Context& context) {
  const Vector left = evaluate(*it.left, frame, context);
  const Vector right = evaluate(*it.right, frame, context);
  return compare(it.op, left, right, context);
}

Vector between(const typed::BetweenTest& it, const FramePtr& frame, Context& context) {
  const Vector middle = evaluate(*it.value, frame, context);
  const Vector low = evaluate(*it.low, frame, context);
  const Vector high = evaluate(*it.high, frame, context);
  return conjunction(compare(ComparisonOperator::kLessEqual, low, middle, context),
                     compare(ComparisonOperator::kLessEqual, middle, high, context));
}

Vector state(const typed::StateTest& it, const FramePtr& frame, Context& context) {
  const Vector operand = flatten(evaluate(*it.operand, frame, context));
  Vector result = truth_vector(false, operand.size);
  result.truth() = operand.known;
  if (!it.negated) result.truth().flip();
  if (reads_open(*it.operand, context)) leave_unknown(result, operand);
  return result;
}

Vector distinct(const typed::DistinctTest& it, const FramePtr& frame, Context& context) {
  const Vector left = flatten(evaluate(*it.left, frame, context));
  const Vector right = flatten(evaluate(*it.right, frame, context));
  const Vector equal = flatten(compare(ComparisonOperator::kEqual, left, right, context));
  Vector result = truth_vector(false, left.size);
  for (std::size_t i = 0; i < left.size; ++i) {
    const bool both_missing = !left.is_known(i) && !right.is_known(i);
    const bool same = both_missing || equal.is_true(i);
    result.truth().set(i, same == it.negated);
  }
  if (reads_open(*it.left, context)) leave_unknown(result, left);
  if (reads_open(*it.right, context)) leave_unknown(result, right);
  return result;
}

}  // namespace expressions
}  // namespace remit::engine
