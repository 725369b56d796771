#include "lang/walk.h"

namespace remit::lang {
namespace {

void walk_some(const typed::NodePtr& node, TreeVisitor& visitor) {
  if (node != nullptr) walk(*node, visitor);
}
void walk_all(const std::vector<typed::NodePtr>& nodes, TreeVisitor& visitor) {
  for (const typed::NodePtr& node : nodes) walk_some(node, visitor);
}

// One overload a kind of node: walks what is in it.
struct Inside {
  TreeVisitor& visitor;

  void operator()(const typed::Constant&) const {}
  void operator()(const typed::AsOfDate&) const {}
  void operator()(const typed::SlotUse&) const {}
  void operator()(const typed::ParameterUse&) const {}
  void operator()(const typed::SetUse&) const {}
  void operator()(const typed::FieldOf& node) const { walk_some(node.row, visitor); }
  void operator()(const typed::PeriodOf& node) const { walk_some(node.row, visitor); }
  void operator()(const typed::Follow& node) const { walk_some(node.row, visitor); }
  void operator()(const typed::BoundOf& node) const { walk_some(node.period, visitor); }
  void operator()(const typed::Widen& node) const { walk_some(node.operand, visitor); }
  void operator()(const typed::Not& node) const { walk_some(node.operand, visitor); }
  void operator()(const typed::Negate& node) const { walk_some(node.operand, visitor); }
  void operator()(const typed::Arithmetic& node) const { both(node.left, node.right); }
  void operator()(const typed::Comparison& node) const { both(node.left, node.right); }
  void operator()(const typed::Logical& node) const { both(node.left, node.right); }
  void operator()(const typed::Conditional& node) const {
    walk_some(node.condition, visitor);
    both(node.then, node.otherwise);
  }
  void operator()(const typed::Membership& node) const { both(node.value, node.list); }
  void operator()(const typed::BetweenTest& node) const {
    walk_some(node.value, visitor);
    both(node.low, node.high);
  }
  void operator()(const typed::StateTest& node) const { walk_some(node.operand, visitor); }
  void operator()(const typed::DistinctTest& node) const { both(node.left, node.right); }
  void operator()(const typed::PatternTest& node) const { walk_some(node.value, visitor); }
  void operator()(const typed::PeriodTest& node) const { both(node.left, node.right); }
  void operator()(const typed::Quantified& node) const {
    walk(node.binding, visitor);
    walk_some(node.satisfies, visitor);
  }
  void operator()(const typed::Aggregate& node) const { walk(*node.over, visitor); }
  void operator()(const typed::BuiltinCall& node) const { walk_all(node.arguments, visitor); }
  void operator()(const typed::DefinitionCall& node) const { walk_all(node.arguments, visitor); }
  void operator()(const typed::ListOf& node) const { walk_all(node.items, visitor); }

  void operator()(const typed::TableSource&) const {}
  void operator()(const typed::InverseSource& source) const { walk_some(source.row, visitor); }
  void operator()(const typed::RunsSource& source) const { walk(*source.periods, visitor); }

  void both(const typed::NodePtr& left, const typed::NodePtr& right) const {
    walk_some(left, visitor);
    walk_some(right, visitor);
  }
};

// Enters the body of each definition that is called once; the rest is for the passes to do.
class DefinitionFollower : public TreeVisitor {
 public:
  explicit DefinitionFollower(const Environment& environment) : environment_(environment) {}

 protected:
  const Environment& environment() const { return environment_; }
  void follow(const typed::Node& node) {
    const auto* call = std::get_if<typed::DefinitionCall>(&node.kind);
    if (call == nullptr || !entered_.insert(call->definition).second) return;
    const auto index = static_cast<std::size_t>(call->definition);
    const typed::NodePtr& body = environment_.definitions[index].body;
    ++inside_;
    walk_some(body, *this);
    --inside_;
  }
  bool inside_definition() const { return inside_ > 0; }

 private:
  const Environment& environment_;
  std::set<int> entered_;
  int inside_ = 0;
};

class TablesRead : public DefinitionFollower {
 public:
  using DefinitionFollower::DefinitionFollower;
  std::set<int> tables;

  void node(const typed::Node& node) override {
    if (const auto* follow_key = std::get_if<typed::Follow>(&node.kind)) {
      const model::Table& from = table(follow_key->table);
      tables.insert(from.relations[static_cast<std::size_t>(follow_key->relation)].target);
    }
    follow(node);
  }
  void binding(const typed::Binding& binding) override {
    if (const auto* whole = std::get_if<typed::TableSource>(&binding.source)) {
      tables.insert(whole->table);
    } else if (const auto* back = std::get_if<typed::InverseSource>(&binding.source)) {
      const model::Table& target = table(back->table);
      tables.insert(target.inverses[static_cast<std::size_t>(back->inverse)].source);
    }
  }

 private:
  const model::Table& table(int index) const {
    return environment().model->tables[static_cast<std::size_t>(index)];
  }
};

template <typename Named>
bool depends_on_date(const Named& named) {
  for (const Dated& dated : named.values) {
    if (dated.from.has_value() || dated.to.has_value()) return true;
  }
  return false;
}

class NeedsFinder : public DefinitionFollower {
 public:
  using DefinitionFollower::DefinitionFollower;
  std::set<int> used;
  std::set<int> bound;
  bool own_date = false;

  void node(const typed::Node& node) override {
    const Environment& names = environment();
    if (const auto* slot = std::get_if<typed::SlotUse>(&node.kind)) {
      // The slots of a definition's body are its own, but for the own date.
      if (!inside_definition() || slot->slot == 0) used.insert(slot->slot);
    } else if (const auto* parameter = std::get_if<typed::ParameterUse>(&node.kind)) {
      const auto index = static_cast<std::size_t>(parameter->parameter);
      own_date = own_date || depends_on_date(names.parameters[index]);
    } else if (const auto* set = std::get_if<typed::SetUse>(&node.kind)) {
      own_date = own_date || depends_on_date(names.sets[static_cast<std::size_t>(set->set)]);
    }
    follow(node);
  }
  void binding(const typed::Binding& binding) override {
    if (!inside_definition()) bound.insert(binding.slot);
  }
};

template <typename Tree>
std::set<int> tables_of(const Tree& tree, const Environment& environment) {
  TablesRead pass(environment);
  walk(tree, pass);
  return pass.tables;
}

}  // namespace

void walk(const typed::Node& node, TreeVisitor& visitor) {
  visitor.node(node);
  std::visit(Inside{visitor}, node.kind);
  visitor.leave(node);
}

void walk(const typed::Binding& binding, TreeVisitor& visitor) {
  visitor.binding(binding);
  std::visit(Inside{visitor}, binding.source);
  walk_some(binding.where, visitor);
}

void walk(const typed::Comprehension& comprehension, TreeVisitor& visitor) {
  for (const typed::Binding& binding : comprehension.bindings) walk(binding, visitor);
  walk_some(comprehension.head, visitor);
  walk_some(comprehension.by, visitor);
  walk_some(comprehension.otherwise, visitor);
}

std::set<int> tables_read(const typed::Node& node, const Environment& environment) {
  return tables_of(node, environment);
}

std::set<int> tables_read(const typed::Comprehension& comprehension,
                          const Environment& environment) {
  return tables_of(comprehension, environment);
}

std::set<int> tables_read(const typed::Binding& binding, const Environment& environment) {
  return tables_of(binding, environment);
}

Needs needs_of(const typed::Node& node, const Environment& environment) {
  NeedsFinder pass(environment);
  walk(node, pass);
  Needs needs;
  for (const int slot : pass.used) {
    if (pass.bound.count(slot) == 0) needs.slots.insert(slot);
  }
  needs.own_date = pass.own_date || pass.used.count(0) > 0;
  return needs;
}

}  // namespace remit::lang
