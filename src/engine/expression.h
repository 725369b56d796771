#pragma once

#include <bit>
#include <optional>
#include <type_traits>

#include "engine/context.h"
#include "engine/frame.h"
#include "engine/vector.h"
#include "lang/typed.h"

namespace remit::engine {

/// The value of an expression for every tuple of a frame. The same node, frame and context give
/// the same values; nothing throws for what stands in the data.
Vector evaluate(const lang::typed::Node& node, const FramePtr& frame, Context& context);

// One function for each kind of node, in expressions/<kind>.cpp.
namespace expressions {
namespace typed = lang::typed;

Vector constant(const typed::Constant&, const typed::Node&, const FramePtr&, Context&);
Vector parameter(const typed::ParameterUse&, const typed::Node&, const FramePtr&, Context&);
Vector code_set(const typed::SetUse&, const typed::Node&, const FramePtr&, Context&);
Vector field(const typed::FieldOf&, const FramePtr&, Context&);
Vector period_field(const typed::PeriodOf&, const FramePtr&, Context&);
Vector follow(const typed::Follow&, const FramePtr&, Context&);
Vector bound(const typed::BoundOf&, const FramePtr&, Context&);
Vector widen(const typed::Widen&, const FramePtr&, Context&);
Vector negate(const typed::Negate&, const typed::Node&, const FramePtr&, Context&);
Vector arithmetic(const typed::Arithmetic&, const typed::Node&, const FramePtr&, Context&);
Vector comparison(const typed::Comparison&, const FramePtr&, Context&);
Vector logical_not(const typed::Not&, const FramePtr&, Context&);
Vector logical(const typed::Logical&, const FramePtr&, Context&);
Vector conditional(const typed::Conditional&, const typed::Node&, const FramePtr&, Context&);
Vector membership(const typed::Membership&, const FramePtr&, Context&);
Vector between(const typed::BetweenTest&, const FramePtr&, Context&);
Vector state(const typed::StateTest&, const FramePtr&, Context&);
Vector distinct(const typed::DistinctTest&, const FramePtr&, Context&);
Vector pattern(const typed::PatternTest&, const FramePtr&, Context&);
Vector period_test(const typed::PeriodTest&, const FramePtr&, Context&);
Vector quantified(const typed::Quantified&, const FramePtr&, Context&);
Vector aggregate(const typed::Aggregate&, const typed::Node&, const FramePtr&, Context&);
Vector builtin(const typed::BuiltinCall&, const typed::Node&, const FramePtr&, Context&);
Vector definition(const typed::DefinitionCall&, const FramePtr&, Context&);
/// Of the tuples for which an aggregate has no value: those for which what it goes through cannot
/// be known, and those for which it goes through nothing.
struct AggregateState {
  Bitmap doubtful;
  Bitmap empty;
};
AggregateState aggregate_state(const typed::Aggregate&, const FramePtr&, Context&);
/// The scope of a definition's body, the arguments bound.
FramePtr call_frame(const typed::DefinitionCall&, const FramePtr&, Context&);
Vector list(const typed::ListOf&, const typed::Node&, const FramePtr&, Context&);

}  // namespace expressions

/// Two values of one kind: three-valued equality and order, for all comparing expressions.
Vector compare(lang::typed::ComparisonOperator op, const Vector& left, const Vector& right,
               Context& context);

/// Three-valued logic on flat boolean vectors.
Vector negation(Vector operand);
Vector conjunction(const Vector& left, const Vector& right);
Vector disjunction(const Vector& left, const Vector& right);
Vector truth_vector(bool truth, std::size_t size);

/// Which of the elements 64 w up to 64 w + 63 have a value; of a constant all, or none.
inline std::uint64_t known_word(const Vector& vector, std::size_t w) {
  if (!vector.constant) return vector.known.word(w);
  return vector.known.get(0) ? ~std::uint64_t{0} : 0;
}

/// Calls f(a, b) for every element where both are known; an empty result is unknown. Constants
/// stay constant.
template <typename Out, typename A, typename B, typename F>
Vector map_two(value::Kind kind, const Vector& left, const Vector& right, F f) {
  const bool constant = left.constant && right.constant;
  const std::size_t count = constant ? 1 : left.size;
  Vector result = unknown_vector(kind, count);
  result.size = left.size;
  result.constant = constant;
  const View<A> a(left);
  const View<B> b(right);
  const std::size_t asked = left.size == 0 ? 0 : count;
  for (std::size_t w = 0; w * 64 < asked; ++w) {
    std::uint64_t both = known_word(left, w) & known_word(right, w);
    if (asked - w * 64 < 64) both &= (std::uint64_t{1} << (asked - w * 64)) - 1;
    std::uint64_t known = 0;
    std::uint64_t truth = 0;
    for (std::uint64_t rest = both; rest != 0; rest &= rest - 1) {
      const auto bit = static_cast<std::size_t>(std::countr_zero(rest));
      const std::optional<Out> out = f(a[w * 64 + bit], b[w * 64 + bit]);
      if (!out) continue;
      known |= std::uint64_t{1} << bit;
      if constexpr (std::is_same_v<Out, bool>) {
        truth |= std::uint64_t{*out} << bit;
      } else {
        result.of<Out>()[w * 64 + bit] = *out;
      }
    }
    result.known.set_word(w, known);
    if constexpr (std::is_same_v<Out, bool>) result.truth().set_word(w, truth);
  }
  unite_causes(result, {&left, &right});
  return result;
}

/// Likewise for one operand.
template <typename Out, typename A, typename F>
Vector map_one(value::Kind kind, const Vector& operand, F f) {
  return map_two<Out, A, A>(kind, operand, operand,
                            [&](const A& a, const A&) -> std::optional<Out> { return f(a); });
}

}  // namespace remit::engine
