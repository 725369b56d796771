#include "engine/reference/doubt.h"

#include <algorithm>

#include "engine/reference/aggregates.h"
#include "engine/reference/interpreter.h"

// Decisions where the language page is silent:
// - A cell that is empty is no doubt by itself, and neither is the first or last row's; what is
//   computed of other things is in doubt where one of them is.
// - A condition that is unknown is in doubt, and so is a date that cannot be reckoned although
//   what it is reckoned from is there.
namespace remit::engine::reference {
namespace {

namespace typed = lang::typed;

struct Doubt {
  const World& world;
  const Frame& frame;

  bool about(const NodePtr& node) const { return in_doubt(world, node, frame); }
  bool about_any(const std::vector<NodePtr>& nodes) const {
    return std::any_of(nodes.begin(), nodes.end(),
                       [&](const NodePtr& node) { return about(node); });
  }
  bool is_missing(const NodePtr& node) const { return evaluate(world, *node, frame).is_missing(); }

  template <typename T>
  bool operator()(const T&) const {
    return false;
  }
  bool operator()(const typed::FieldOf& node) const { return about(node.row); }
  bool operator()(const typed::PeriodOf& node) const { return about(node.row); }
  bool operator()(const typed::Follow& node) const { return about(node.row); }
  bool operator()(const typed::BoundOf& node) const { return about(node.period); }
  bool operator()(const typed::Widen& node) const { return about(node.operand); }
  bool operator()(const typed::Negate& node) const { return about(node.operand); }
  bool operator()(const typed::ListOf& node) const { return about_any(node.items); }
  bool operator()(const typed::BuiltinCall& node) const { return about_any(node.arguments); }
  bool operator()(const typed::Arithmetic& node) const {
    if (!is_missing(node.left) && !is_missing(node.right)) return true;
    return about(node.left) || about(node.right);
  }
  bool operator()(const typed::Conditional& node) const {
    const Truth condition = evaluate_truth(world, node.condition, frame);
    return !condition || about(*condition ? node.then : node.otherwise);
  }
  bool operator()(const typed::Aggregate& node) const {
    const auto elements = elements_known(world, node, frame);
    if (!elements) return true;
    return *elements == 0 && node.over->otherwise && about(node.over->otherwise);
  }
  bool operator()(const typed::DefinitionCall& node) const {
    const auto& definition =
        world.environment.definitions.at(static_cast<std::size_t>(node.definition));
    Frame inner(definition.slots.size());
    inner.at(0) = frame.at(0);
    for (std::size_t i = 0; i < node.arguments.size(); ++i) {
      inner.at(i + 1) = evaluate(world, *node.arguments[i], frame);
    }
    return in_doubt(world, definition.body, inner) || about_any(node.arguments);
  }
};

}  // namespace

bool in_doubt(const World& world, const NodePtr& node, const Frame& frame) {
  if (!evaluate(world, *node, frame).is_missing()) return false;
  if (node->type.kind == value::Kind::kBoolean) return true;
  return std::visit(Doubt{world, frame}, node->kind);
}

}  // namespace remit::engine::reference
