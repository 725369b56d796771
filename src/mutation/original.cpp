#include "mutation/original.h"

#include <algorithm>
#include <utility>

#include "lang/walk.h"
#include "rules/parts.h"

namespace remit::mutation {
namespace {

namespace typed = lang::typed;
using value::Kind;

/// Whether the unit of what stands in a node is of no consequence to the type of the node itself
/// (`kUp`: it is for what the node stands in to say).
enum class UnitRule { kAny, kUp, kFixed };

struct UnitIn {
  const typed::Node* child;

  UnitRule operator()(const typed::Arithmetic& node) const {
    const Kind other = (node.left.get() == child ? node.right : node.left)->type.kind;
    if (other == Kind::kDate) return UnitRule::kAny;
    return other == Kind::kInteger ? UnitRule::kUp : UnitRule::kFixed;
  }
  UnitRule operator()(const typed::Negate&) const { return UnitRule::kUp; }
  UnitRule operator()(const typed::Conditional&) const { return UnitRule::kUp; }
  template <typename Other>
  UnitRule operator()(const Other&) const {
    return UnitRule::kFixed;
  }
};

/// Collects the nodes of one tree.
class Collector : public lang::TreeVisitor {
 public:
  Collector(Original& original, std::string place, int definition)
      : original_(original), place_(std::move(place)), definition_(definition) {}

  void node(const typed::Node& node) override {
    Site site{&node, above_.empty() ? nullptr : above_.back(), place_, definition_};
    site.is_where = wheres_.contains(&node);
    site.is_when = definition_ < 0 && place_ == "when" && above_.empty();
    site.is_tie = is_tie(node);
    site.any_unit = any_unit(node);
    original_.sites.push_back(std::move(site));
    note_names(node);
    above_.push_back(&node);
  }
  void leave(const typed::Node&) override { above_.pop_back(); }
  void binding(const typed::Binding& binding) override {
    if (binding.where != nullptr) wheres_.insert(binding.where.get());
    const auto* whole = std::get_if<typed::TableSource>(&binding.source);
    if (whole != nullptr && whole->tie) {
      tied_.insert({whole->tie->element.get(), whole->tie->outer.get()});
      tied_.insert({whole->tie->outer.get(), whole->tie->element.get()});
    }
  }

 private:
  bool is_tie(const typed::Node& node) const {
    const auto* comparison = std::get_if<typed::Comparison>(&node.kind);
    return comparison != nullptr && comparison->op == typed::ComparisonOperator::kEqual &&
           tied_.contains({comparison->left.get(), comparison->right.get()});
  }
  bool any_unit(const typed::Node& node) const {
    if (node.type.kind != Kind::kDuration) return false;
    const typed::Node* child = &node;
    for (auto parent = above_.rbegin(); parent != above_.rend(); ++parent) {
      const UnitRule rule = std::visit(UnitIn{child}, (*parent)->kind);
      if (rule != UnitRule::kUp) return rule == UnitRule::kAny;
      child = *parent;
    }
    return definition_ < 0 && place_ != "grace";
  }
  void note_names(const typed::Node& node) {
    if (const auto* parameter = std::get_if<typed::ParameterUse>(&node.kind)) {
      original_.parameters.insert(parameter->parameter);
    } else if (const auto* set = std::get_if<typed::SetUse>(&node.kind)) {
      original_.sets.insert(set->set);
    } else if (const auto* call = std::get_if<typed::DefinitionCall>(&node.kind)) {
      auto& known = original_.definitions;
      const bool is_new = std::find(known.begin(), known.end(), call->definition) == known.end();
      if (is_new) known.push_back(call->definition);
    }
  }

  Original& original_;
  std::string place_;
  int definition_;
  std::vector<const typed::Node*> above_;
  std::set<const typed::Node*> wheres_;
  std::set<std::pair<const typed::Node*, const typed::Node*>> tied_;  ///< either way round
};

class PartCollector : public rules::PartVisitor {
 public:
  explicit PartCollector(Original& original) : original_(original) {}

  void expression(const std::string& key, rules::NodePtr& expression) override {
    Collector collector(original_, key, -1);
    walk(*expression, collector);
  }
  void binding(const std::string& key, typed::Binding& binding) override {
    Collector collector(original_, key, -1);
    walk(binding, collector);
  }
  void elements(const std::string& key, typed::Comprehension& elements) override {
    Collector collector(original_, key, -1);
    walk(elements, collector);
  }

 private:
  Original& original_;
};

}  // namespace

std::string Original::text(const typed::Node& node) const {
  return std::string(environment().file->slice(node.span));
}

text::Location Original::location(text::Span span) const { return {environment().file, span}; }

text::Location Original::key(const std::string& key) const {
  for (const rules::KeyPlace& place : rule.keys) {
    if (place.key == key) return place.where;
  }
  return rule.where;
}

Original look_at(const rules::Rule& rule) {
  Original original{rule, {}, {}, {}, {}};
  rules::Rule shown = rule;  // the nodes are shared: only the pointers are copied
  PartCollector parts(original);
  visit_parts(shown, parts);
  // The list grows while the bodies are looked at, by what they call.
  for (std::size_t i = 0; i < original.definitions.size(); ++i) {
    const int index = original.definitions[i];
    const auto& definition = original.environment().definitions[static_cast<std::size_t>(index)];
    Collector collector(original, "definition " + definition.name, index);
    walk(*definition.body, collector);
  }
  return original;
}

}  // namespace remit::mutation
