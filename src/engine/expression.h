#pragma once

#include <algorithm>
#include <optional>

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
  for (std::size_t i = 0; i < std::min(count, left.size); ++i) {
    if (!a.known(i) || !b.known(i)) continue;
    if (const std::optional<Out> out = f(a[i], b[i])) {
      if constexpr (std::is_same_v<Out, bool>) {
        result.truth().set(i, *out);
      } else {
        result.of<Out>()[i] = *out;
      }
      result.known.set(i);
    }
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
