#include "engine/expression.h"

namespace remit::engine {
namespace {

using value::Kind;

Bitmap false_bits(const Vector& vector) {
  Bitmap bits = vector.known;
  bits.subtract(vector.truth());
  return bits;
}

}  // namespace

Vector truth_vector(bool truth, std::size_t size) {
  Vector result = unknown_vector(Kind::kBoolean, size);
  result.known = Bitmap(size, true);
  result.truth() = Bitmap(size, truth);
  return result;
}

Vector negation(Vector operand) {
  operand.truth() = false_bits(operand);
  return operand;
}

Vector conjunction(const Vector& left, const Vector& right) {
  const Vector a = flatten(left);
  const Vector b = flatten(right);
  Vector result = unknown_vector(Kind::kBoolean, a.size);
  result.truth() = a.truth();
  result.truth() &= b.truth();
  result.known = false_bits(a);
  result.known |= false_bits(b);
  result.known |= result.truth();
  unite_causes(result, {&a, &b});
  return result;
}

Vector disjunction(const Vector& left, const Vector& right) {
  return negation(conjunction(negation(left), negation(right)));
}

namespace expressions {
namespace {

/// Evaluates the right side only where the left one has not decided: what it would note there (a
/// date that the calendar lacks) must not depend on which rows share a batch. What is not evaluated
/// counts as unknown, which the left side outweighs.
Vector right_side(const typed::Node& node, const Bitmap& undecided, const FramePtr& frame,
                  Context& context) {
  const Indices indices = indices_of(undecided);
  if (indices.size() == frame->size()) return evaluate(node, frame, context);
  if (indices.empty()) return unknown_vector(Kind::kBoolean, frame->size());
  return scatter(evaluate(node, narrow(frame, indices), context), indices, frame->size());
}

}  // namespace

Vector logical_not(const typed::Not& it, const FramePtr& frame, Context& context) {
  return negation(evaluate(*it.operand, frame, context));
}

Vector logical(const typed::Logical& it, const FramePtr& frame, Context& context) {
  Vector left = flatten(evaluate(*it.left, frame, context));
  // `a or b` and `a implies b` are `not (not a and not b)` and `not (a and not b)`.
  if (it.op == typed::LogicalOperator::kOr) left = negation(std::move(left));
  Bitmap undecided = left.known;
  undecided.subtract(left.truth());
  undecided.flip();
  Vector right = right_side(*it.right, undecided, frame, context);
  if (it.op == typed::LogicalOperator::kAnd) return conjunction(left, right);
  return negation(conjunction(left, negation(std::move(right))));
}

Vector conditional(const typed::Conditional& it, const typed::Node& node, const FramePtr& frame,
                   Context& context) {
  const Vector condition = flatten(evaluate(*it.condition, frame, context));
  Vector result = unknown_vector(node.type, frame->size());
  unite_causes(result, {&condition});
  const auto branch = [&](const typed::NodePtr& expression, const Bitmap& bits) {
    const Indices indices = indices_of(bits);
    if (indices.empty()) return;
    put(result, evaluate(*expression, narrow(frame, indices), context), indices);
  };
  branch(it.then, condition.truth());
  branch(it.otherwise, false_bits(condition));
  return result;
}

}  // namespace expressions
}  // namespace remit::engine
