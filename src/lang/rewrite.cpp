#include "lang/rewrite.h"

#include <memory>
#include <utility>

#include "lang/tie.h"

namespace remit::lang {
namespace {

using typed::NodePtr;
using value::Kind;
using Family = std::optional<value::DurationFamily>;

/// The family of what an expression of durations gives, after something in it was replaced;
/// what keeps its type whatever is in it keeps it here too.
struct FamilyOf {
  const Family& before;
  bool& sound;

  Family operator()(const typed::Arithmetic& node) const {
    const bool left = node.left->type.kind == Kind::kDuration;
    const bool right = node.right->type.kind == Kind::kDuration;
    if (left && right) return common(node.left, node.right);
    return left ? node.left->type.family : node.right->type.family;
  }
  Family operator()(const typed::Negate& node) const { return node.operand->type.family; }
  Family operator()(const typed::Conditional& node) const {
    const bool one = node.then->type.family == node.otherwise->type.family;
    return one ? node.then->type.family : std::nullopt;
  }
  template <typename Other>
  Family operator()(const Other&) const {
    return before;
  }

  /// Durations of two families have no sum.
  Family common(const NodePtr& left, const NodePtr& right) const {
    const Family& a = left->type.family;
    const Family& b = right->type.family;
    sound = sound && (!a || !b || a == b);
    return a ? a : b;
  }
};

}  // namespace

// One overload a kind of node and of source: replaces what is in it, and notes whether it did.
struct Rewriter::Inside {
  Rewriter& rewriter;
  bool changed = false;

  void operator()(typed::Constant&) {}
  void operator()(typed::AsOfDate&) {}
  void operator()(typed::SlotUse&) {}
  void operator()(typed::ParameterUse&) {}
  void operator()(typed::SetUse&) {}
  void operator()(typed::FieldOf& node) { part(node.row); }
  void operator()(typed::PeriodOf& node) { part(node.row); }
  void operator()(typed::Follow& node) { part(node.row); }
  void operator()(typed::BoundOf& node) { part(node.period); }
  void operator()(typed::Widen& node) { part(node.operand); }
  void operator()(typed::Not& node) { part(node.operand); }
  void operator()(typed::Negate& node) { part(node.operand); }
  void operator()(typed::Arithmetic& node) { both(node); }
  void operator()(typed::Comparison& node) { both(node); }
  void operator()(typed::Logical& node) { both(node); }
  void operator()(typed::Conditional& node) {
    part(node.condition);
    part(node.then);
    part(node.otherwise);
  }
  void operator()(typed::Membership& node) {
    part(node.value);
    part(node.list);
  }
  void operator()(typed::BetweenTest& node) {
    part(node.value);
    part(node.low);
    part(node.high);
  }
  void operator()(typed::StateTest& node) { part(node.operand); }
  void operator()(typed::DistinctTest& node) { both(node); }
  void operator()(typed::PatternTest& node) { part(node.value); }
  void operator()(typed::PeriodTest& node) { both(node); }
  void operator()(typed::Quantified& node) {
    bound(node.binding);
    part(node.satisfies);
  }
  void operator()(typed::Aggregate& node) { shared(node.over); }
  void operator()(typed::BuiltinCall& node) { all(node.arguments); }
  void operator()(typed::DefinitionCall& node) { all(node.arguments); }
  void operator()(typed::ListOf& node) { all(node.items); }

  void operator()(typed::TableSource&) {}  // its tie is found again with the `where`
  void operator()(typed::InverseSource& source) { part(source.row); }
  void operator()(typed::RunsSource& source) { shared(source.periods); }

  void part(NodePtr& node) {
    NodePtr rewritten = rewriter.node(node);
    changed = changed || rewritten != node;
    node = std::move(rewritten);
  }
  template <typename Two>
  void both(Two& node) {
    part(node.left);
    part(node.right);
  }
  void all(std::vector<NodePtr>& nodes) {
    for (NodePtr& node : nodes) part(node);
  }
  void bound(typed::Binding& binding) {
    const NodePtr where = binding.where;
    std::visit(*this, binding.source);
    part(binding.where);
    auto* whole = std::get_if<typed::TableSource>(&binding.source);
    if (where == binding.where || whole == nullptr || !whole->tie) return;
    whole->tie = find_tie(rewriter.environment_, binding.slot, binding.where);
    rewriter.sound_ = rewriter.sound_ && whole->tie.has_value();
  }
  void comprehended(typed::Comprehension& comprehension) {
    for (typed::Binding& binding : comprehension.bindings) bound(binding);
    part(comprehension.head);
    part(comprehension.by);
    part(comprehension.otherwise);
  }
  void shared(std::shared_ptr<const typed::Comprehension>& comprehension) {
    Inside inside{rewriter};
    auto copy = std::make_shared<typed::Comprehension>(*comprehension);
    inside.comprehended(*copy);
    if (!inside.changed) return;
    changed = true;
    comprehension = std::move(copy);
  }
};

NodePtr Rewriter::node(const NodePtr& node) {
  if (node == nullptr) return node;
  const auto replaced = replacements_.find(node.get());
  if (replaced != replacements_.end()) return replaced->second;
  auto copy = std::make_shared<typed::Node>(*node);
  Inside inside{*this};
  std::visit(inside, copy->kind);
  if (!inside.changed) return node;
  if (node->type.kind == Kind::kDuration) {
    copy->type.family = std::visit(FamilyOf{node->type.family, sound_}, copy->kind);
  }
  return copy;
}

typed::Binding Rewriter::binding(const typed::Binding& binding) {
  typed::Binding copy = binding;
  Inside{*this}.bound(copy);
  return copy;
}

typed::Comprehension Rewriter::comprehension(const typed::Comprehension& comprehension) {
  typed::Comprehension copy = comprehension;
  Inside{*this}.comprehended(copy);
  return copy;
}

}  // namespace remit::lang
