#include "lint/truth/facts.h"

namespace remit::lint {
namespace {

using lang::typed::ComparisonOperator;

bool share_text(const Domain& left, const Domain& right) {
  if (!left.among) {
    if (!right.among) return true;
    return share_text(right, left);
  }
  for (const std::string& text : *left.among) {
    const bool in_right =
        right.among ? right.among->count(text) > 0 : right.without.count(text) == 0;
    if (in_right) return true;
  }
  return false;
}

Truth equal_texts(const Domain& left, const Domain& right) {
  const bool one_each = left.among && right.among && left.among->size() == 1 &&
                        right.among->size() == 1 && *left.among == *right.among;
  return {share_text(left, right), !one_each, false};
}

/// Whether some value of the left lies below some value of the right.
bool can_be_less(const Domain& left, const Domain& right) { return left.low < right.high; }

bool can_be_at_most(const Domain& left, const Domain& right) {
  if (left.low != right.high) return left.low < right.high;
  return !left.low_open && !right.high_open;
}

Truth equal_numbers(const Domain& left, const Domain& right) {
  const auto first = left.single();
  const auto second = right.single();
  const bool same = first && second && *first == *second;
  return {can_be_at_most(left, right) && can_be_at_most(right, left), !same, false};
}

Truth compare_numbers(ComparisonOperator op, const Domain& left, const Domain& right) {
  switch (op) {
    case ComparisonOperator::kLess:
      return {can_be_less(left, right), can_be_at_most(right, left), false};
    case ComparisonOperator::kLessEqual:
      return {can_be_at_most(left, right), can_be_less(right, left), false};
    case ComparisonOperator::kGreater:
      return {can_be_less(right, left), can_be_at_most(left, right), false};
    case ComparisonOperator::kGreaterEqual:
      return {can_be_at_most(right, left), can_be_less(left, right), false};
    case ComparisonOperator::kEqual:
    case ComparisonOperator::kNotEqual:
      break;
  }
  return equal_numbers(left, right);
}

}  // namespace

Truth compare(ComparisonOperator op, const Domain& left, const Domain& right,
              const value::Type& type) {
  const bool unknown = left.can_be_missing || right.can_be_missing;
  if (!left.can_be_present || !right.can_be_present) return {false, false, unknown};
  // Two settings, or a setting and what is written, are a switch that a council can throw.
  const bool setting = !left.parameters.empty() || !right.parameters.empty();
  Truth truth{true, true, false};
  if (left.written && right.written && setting) return truth;
  const bool equality = op == ComparisonOperator::kEqual || op == ComparisonOperator::kNotEqual;
  if (is_ordered(type)) {
    truth = compare_numbers(op, left, right);
  } else if (equality && is_text(type)) {
    truth = equal_texts(left, right);
  }
  if (op == ComparisonOperator::kNotEqual) std::swap(truth.can_be_true, truth.can_be_false);
  truth.can_be_unknown = unknown;
  return truth;
}

}  // namespace remit::lint
