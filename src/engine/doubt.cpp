#include "engine/doubt.h"

#include "engine/expression.h"

namespace remit::engine {
namespace {

namespace typed = lang::typed;
using typed::NodePtr;

Bitmap missing_of(const Vector& vector) {
  const Vector flat = flatten(vector);
  Bitmap missing = flat.known;
  missing.flip();
  return missing;
}

/// Doubt about what an expression without a value is computed from.
struct Doubt {
  const typed::Node& node;
  const FramePtr& frame;
  Context& context;

  /// What is no more than a cell, or a name.
  template <typename T>
  Bitmap operator()(const T&) const {
    return Bitmap(frame->size());
  }
  Bitmap operator()(const typed::FieldOf& it) const { return any({it.row}); }
  Bitmap operator()(const typed::PeriodOf& it) const { return any({it.row}); }
  Bitmap operator()(const typed::Follow& it) const { return any({it.row}); }
  Bitmap operator()(const typed::BoundOf& it) const { return any({it.period}); }
  Bitmap operator()(const typed::Widen& it) const { return any({it.operand}); }
  Bitmap operator()(const typed::Negate& it) const { return any({it.operand}); }
  Bitmap operator()(const typed::ListOf& it) const { return any(it.items); }
  Bitmap operator()(const typed::BuiltinCall& it) const { return any(it.arguments); }
  /// Two that are there and come to nothing: the calendar does not reach that far.
  Bitmap operator()(const typed::Arithmetic& it) const {
    Bitmap doubt = missing_of(evaluate(*it.left, frame, context));
    doubt |= missing_of(evaluate(*it.right, frame, context));
    doubt.flip();
    doubt |= any({it.left, it.right});
    return doubt;
  }
  Bitmap operator()(const typed::Conditional& it) const {
    const Vector condition = flatten(evaluate(*it.condition, frame, context));
    Bitmap doubt = missing_of(condition);
    Bitmap fails = condition.known;
    fails.subtract(condition.truth());
    doubt |= among(it.then, condition.truth());
    doubt |= among(it.otherwise, fails);
    return doubt;
  }
  Bitmap operator()(const typed::Aggregate& it) const {
    const expressions::AggregateState state = expressions::aggregate_state(it, frame, context);
    Bitmap doubt = state.doubtful;
    if (it.over->otherwise) doubt |= among(it.over->otherwise, state.empty);
    return doubt;
  }
  Bitmap operator()(const typed::DefinitionCall& it) const {
    const auto& definition =
        context.environment.definitions[static_cast<std::size_t>(it.definition)];
    Bitmap doubt = in_doubt(*definition.body, expressions::call_frame(it, frame, context), context);
    doubt |= any(it.arguments);
    return doubt;
  }

 private:
  Bitmap any(const std::vector<NodePtr>& nodes) const {
    Bitmap doubt(frame->size());
    for (const NodePtr& each : nodes) doubt |= in_doubt(*each, frame, context);
    return doubt;
  }

  /// Doubt about a part that is asked for some tuples only.
  Bitmap among(const NodePtr& part, const Bitmap& asked) const {
    Bitmap doubt(frame->size());
    const Indices places = indices_of(asked);
    in_doubt(*part, narrow(frame, places), context).each([&](std::size_t i) {
      doubt.set(places[i]);
    });
    return doubt;
  }
};

}  // namespace

Bitmap in_doubt(const typed::Node& node, const FramePtr& frame, Context& context) {
  Bitmap doubt = missing_of(evaluate(node, frame, context));
  if (doubt.none() || node.type.kind == value::Kind::kBoolean) return doubt;
  doubt &= std::visit(Doubt{node, frame, context}, node.kind);
  return doubt;
}

}  // namespace remit::engine
