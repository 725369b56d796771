#include "engine/expression.h"

namespace remit::engine {
namespace {

namespace typed = lang::typed;

/// One call a kind of node: a new kind does not compile until it is handled here.
struct Dispatch {
  const typed::Node& node;
  const FramePtr& frame;
  Context& context;

  Vector operator()(const typed::Constant& it) const {
    return expressions::constant(it, node, frame, context);
  }
  Vector operator()(const typed::AsOfDate&) const {
    return date_vector(context.as_of, frame->size());
  }
  Vector operator()(const typed::SlotUse& it) const { return frame->slot(it.slot); }
  Vector operator()(const typed::ParameterUse& it) const {
    return expressions::parameter(it, node, frame, context);
  }
  Vector operator()(const typed::SetUse& it) const {
    return expressions::code_set(it, node, frame, context);
  }
  Vector operator()(const typed::FieldOf& it) const {
    return expressions::field(it, frame, context);
  }
  Vector operator()(const typed::PeriodOf& it) const {
    return expressions::period_field(it, frame, context);
  }
  Vector operator()(const typed::Follow& it) const {
    return expressions::follow(it, frame, context);
  }
  Vector operator()(const typed::BoundOf& it) const {
    return expressions::bound(it, frame, context);
  }
  Vector operator()(const typed::Widen& it) const { return expressions::widen(it, frame, context); }
  Vector operator()(const typed::Not& it) const {
    return expressions::logical_not(it, frame, context);
  }
  Vector operator()(const typed::Negate& it) const {
    return expressions::negate(it, node, frame, context);
  }
  Vector operator()(const typed::Arithmetic& it) const {
    return expressions::arithmetic(it, node, frame, context);
  }
  Vector operator()(const typed::Comparison& it) const {
    return expressions::comparison(it, frame, context);
  }
  Vector operator()(const typed::Logical& it) const {
    return expressions::logical(it, frame, context);
  }
  Vector operator()(const typed::Conditional& it) const {
    return expressions::conditional(it, node, frame, context);
  }
  Vector operator()(const typed::Membership& it) const {
    return expressions::membership(it, frame, context);
  }
  Vector operator()(const typed::BetweenTest& it) const {
    return expressions::between(it, frame, context);
  }
  Vector operator()(const typed::StateTest& it) const {
    return expressions::state(it, frame, context);
  }
  Vector operator()(const typed::DistinctTest& it) const {
    return expressions::distinct(it, frame, context);
  }
  Vector operator()(const typed::PatternTest& it) const {
    return expressions::pattern(it, frame, context);
  }
  Vector operator()(const typed::PeriodTest& it) const {
    return expressions::period_test(it, frame, context);
  }
  Vector operator()(const typed::Quantified& it) const {
    return expressions::quantified(it, frame, context);
  }
  Vector operator()(const typed::Aggregate& it) const {
    return expressions::aggregate(it, node, frame, context);
  }
  Vector operator()(const typed::BuiltinCall& it) const {
    return expressions::builtin(it, node, frame, context);
  }
  Vector operator()(const typed::DefinitionCall& it) const {
    return expressions::definition(it, frame, context);
  }
  Vector operator()(const typed::ListOf& it) const {
    return expressions::list(it, node, frame, context);
  }
};

void show(const typed::Node& node, const Vector& values, Observer& observer) {
  if (node.type.kind != value::Kind::kBoolean) return;
  Seen seen;
  for (std::size_t i = 0; i < values.size; ++i) {
    seen.is_true = seen.is_true || values.is_true(i);
    seen.is_false = seen.is_false || values.is_false(i);
    seen.is_unknown = seen.is_unknown || !values.is_known(i);
  }
  observer.condition(node, seen);
}

}  // namespace

Vector evaluate(const typed::Node& node, const FramePtr& frame, Context& context) {
  Vector values = std::visit(Dispatch{node, frame, context}, node.kind);
  if (context.observer != nullptr) show(node, values, *context.observer);
  return values;
}

}  // namespace remit::engine
