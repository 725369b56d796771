#include "measure/unknowns.h"

#include <map>
#include <string>

#include "lang/typed_dump.h"
#include "rules/parts.h"

namespace remit::measure {
namespace {

namespace typed = lang::typed;
using lang::AggregateFunction;
using typed::LogicalOperator;
using typed::NodePtr;

/// What is known to be there, as text.
using Guards = std::set<std::string>;

class Analysis {
 public:
  explicit Analysis(const mutation::Original& original)
      : environment_(original.environment()), arguments_(environment_.definitions.size()) {}

  std::set<const typed::Node*> found;

  bool visit(const NodePtr& node, const Guards& guards) {
    if (node == nullptr) return false;
    bool unknown = std::visit(Inside{*this, guards}, node->kind);
    if (unknown && !guards.empty()) unknown = !guards.contains(dump(*node, environment_));
    if (unknown) found.insert(node.get());
    return unknown;
  }

  /// Whether the elements of a binding are unknown; `later` ones stand for a missing row instead.
  bool visit(const typed::Binding& binding, bool later, Guards& guards) {
    bool source = false;
    if (const auto* inverse = std::get_if<typed::InverseSource>(&binding.source)) {
      source = visit(inverse->row, guards);
    } else if (const auto* runs = std::get_if<typed::RunsSource>(&binding.source)) {
      source = visit(*runs->periods, guards);
    }
    slots_[binding.slot] = later && source;
    const bool where = visit(binding.where, guards);
    add_guards(binding.where, true, guards);
    return where || (source && !later);
  }

  /// Whether its elements, or what is computed of them, are unknown.
  bool visit(const typed::Comprehension& comprehension, Guards guards) {
    bool unknown = false;
    bool later = false;
    for (const typed::Binding& binding : comprehension.bindings) {
      unknown = visit(binding, later, guards) || unknown;
      later = true;
    }
    unknown = visit(comprehension.head, guards) || unknown;
    return visit(comprehension.by, guards) || unknown;
  }

  /// Definitions are gone through again until nothing new is learnt of their arguments.
  bool visit_call(const typed::DefinitionCall& call, const Guards& guards) {
    const auto index = static_cast<std::size_t>(call.definition);
    std::set<int>& unknown = arguments_[index];
    for (std::size_t a = 0; a < call.arguments.size(); ++a) {
      if (visit(call.arguments[a], guards)) unknown.insert(static_cast<int>(a) + 1);
    }
    const std::map<int, bool> outer = std::move(slots_);
    slots_.clear();
    for (const int argument : unknown) slots_[argument] = true;
    const bool result = visit(environment_.definitions[index].body, {});
    slots_ = outer;
    return result;
  }

 private:
  // One overload a kind of node: whether it can be unknown.
  struct Inside {
    Analysis& analysis;
    const Guards& guards;

    bool operator()(const typed::Constant& node) const { return node.value.is_missing(); }
    bool operator()(const typed::AsOfDate&) const { return false; }
    bool operator()(const typed::SlotUse& node) const { return analysis.slots_[node.slot]; }
    bool operator()(const typed::ParameterUse&) const { return false; }
    bool operator()(const typed::SetUse&) const { return false; }
    bool operator()(const typed::FieldOf& node) const {
      return one(node.row) || !analysis.is_required(node.table, node.field);
    }
    bool operator()(const typed::PeriodOf& node) const {
      const auto& periods = analysis.table(node.table).periods;
      const auto& period = periods[static_cast<std::size_t>(node.period)];
      return one(node.row) || !analysis.is_required(node.table, period.from);
    }
    bool operator()(const typed::Follow& node) const {
      const auto& relations = analysis.table(node.table).relations;
      bool unknown = one(node.row);
      for (const int field : relations[static_cast<std::size_t>(node.relation)].fields) {
        unknown = unknown || !analysis.is_required(node.table, field);
      }
      return unknown;
    }
    bool operator()(const typed::BoundOf& node) const {
      return one(node.period) || node.bound == typed::Bound::kTo;
    }
    bool operator()(const typed::Widen& node) const { return one(node.operand); }
    bool operator()(const typed::Not& node) const { return one(node.operand); }
    bool operator()(const typed::Negate& node) const { return one(node.operand); }
    bool operator()(const typed::Arithmetic& node) const {
      return two(node.left, node.right) || node.op == typed::ArithmeticOperator::kDivide;
    }
    bool operator()(const typed::Comparison& node) const { return two(node.left, node.right); }
    /// The right side is asked only where the left one has not decided.
    bool operator()(const typed::Logical& node) const {
      const bool left = one(node.left);
      Guards inner = guards;
      analysis.add_guards(node.left, node.op != LogicalOperator::kOr, inner);
      return analysis.visit(node.right, inner) || left;
    }
    bool operator()(const typed::Conditional& node) const {
      const bool condition = one(node.condition);
      Guards holds = guards;
      analysis.add_guards(node.condition, true, holds);
      Guards fails = guards;
      analysis.add_guards(node.condition, false, fails);
      const bool then = analysis.visit(node.then, holds);
      return analysis.visit(node.otherwise, fails) || then || condition;
    }
    bool operator()(const typed::Membership& node) const { return two(node.value, node.list); }
    bool operator()(const typed::BetweenTest& node) const {
      const bool value = one(node.value);
      return two(node.low, node.high) || value;
    }
    bool operator()(const typed::StateTest& node) const {
      one(node.operand);
      return false;
    }
    bool operator()(const typed::DistinctTest& node) const {
      two(node.left, node.right);
      return false;
    }
    bool operator()(const typed::PatternTest& node) const { return one(node.value); }
    bool operator()(const typed::PeriodTest& node) const { return two(node.left, node.right); }
    bool operator()(const typed::Quantified& node) const {
      Guards inner = guards;
      const bool elements = analysis.visit(node.binding, false, inner);
      return analysis.visit(node.satisfies, inner) || elements;
    }
    bool operator()(const typed::Aggregate& node) const {
      const bool elements = analysis.visit(*node.over, guards);
      const bool otherwise = one(node.over->otherwise);
      const bool has_value_of_none = node.function == AggregateFunction::kCount ||
                                     node.function == AggregateFunction::kSum ||
                                     node.over->otherwise != nullptr;
      return elements || otherwise || !has_value_of_none;
    }
    bool operator()(const typed::BuiltinCall& node) const {
      const bool coalesce = node.function == lang::Builtin::kCoalesce;
      bool some = false;
      bool every = true;
      for (const NodePtr& argument : node.arguments) {
        const bool unknown = one(argument);
        some = some || unknown;
        every = every && unknown;
      }
      return coalesce ? every : some;
    }
    bool operator()(const typed::DefinitionCall& node) const {
      return analysis.visit_call(node, guards);
    }
    bool operator()(const typed::ListOf& node) const {
      bool unknown = false;
      for (const NodePtr& item : node.items) unknown = one(item) || unknown;
      return unknown;
    }

    bool one(const NodePtr& node) const { return analysis.visit(node, guards); }
    bool two(const NodePtr& left, const NodePtr& right) const {
      const bool unknown = one(left);
      return one(right) || unknown;
    }
  };

  /// What must be there where a condition holds, or fails.
  void add_guards(const NodePtr& condition, bool holds, Guards& guards) const {
    if (condition == nullptr) return;
    if (const auto* test = std::get_if<typed::StateTest>(&condition->kind)) {
      if (test->negated == holds) guards.insert(dump(*test->operand, environment_));
    } else if (const auto* logical = std::get_if<typed::Logical>(&condition->kind)) {
      const bool both = logical->op == (holds ? LogicalOperator::kAnd : LogicalOperator::kOr);
      if (both) add_guards(logical->left, holds, guards);
      if (both) add_guards(logical->right, holds, guards);
    } else if (const auto* negated = std::get_if<typed::Not>(&condition->kind)) {
      add_guards(negated->operand, !holds, guards);
    }
  }

  const model::Table& table(int index) const {
    return environment_.model->tables[static_cast<std::size_t>(index)];
  }
  /// A part of the primary key is always there.
  bool is_required(int index, int field) const {
    for (const int key : table(index).primary_key) {
      if (key == field) return true;
    }
    return table(index).fields[static_cast<std::size_t>(field)].required;
  }

  const lang::Environment& environment_;
  std::map<int, bool> slots_;             ///< of the scope: can be missing
  std::vector<std::set<int>> arguments_;  ///< of each definition: those that can be missing
};

class Parts : public rules::PartVisitor {
 public:
  explicit Parts(Analysis& analysis) : analysis_(analysis) {}

  void expression(const std::string&, rules::NodePtr& expression) override {
    analysis_.visit(expression, {});
  }
  void binding(const std::string&, typed::Binding& binding) override {
    Guards guards;
    analysis_.visit(binding, false, guards);
  }
  void elements(const std::string&, typed::Comprehension& elements) override {
    analysis_.visit(elements, {});
  }

 private:
  Analysis& analysis_;
};

}  // namespace

std::set<const typed::Node*> can_be_unknown(const mutation::Original& original) {
  Analysis analysis(original);
  Parts parts(analysis);
  rules::Rule shown = original.rule;
  visit_parts(shown, parts);
  return std::move(analysis.found);
}

}  // namespace remit::measure
