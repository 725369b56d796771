#include "measure/unknowns.h"

#include <map>
#include <string>

#include "engine/standing.h"
#include "lang/typed_dump.h"
#include "measure/presence.h"
#include "rules/parts.h"

namespace remit::measure {
namespace {

namespace typed = lang::typed;
using lang::AggregateFunction;
using typed::LogicalOperator;
using typed::NodePtr;

/// Whether something can be divided by it and give nothing.
bool can_be_zero(const NodePtr& divisor) {
  const auto* widened = std::get_if<typed::Widen>(&divisor->kind);
  const typed::Node& node = widened != nullptr ? *widened->operand : *divisor;
  const auto* constant = std::get_if<typed::Constant>(&node.kind);
  if (constant == nullptr) return true;
  const auto* whole = std::get_if<std::int64_t>(&constant->value.data);
  const auto* number = std::get_if<double>(&constant->value.data);
  return (whole == nullptr || *whole == 0) && (number == nullptr || *number == 0.0);
}

class Analysis {
 public:
  explicit Analysis(const mutation::Original& original)
      : environment_(original.environment()), arguments_(environment_.definitions.size()) {}

  std::set<const typed::Node*> found;

  bool visit(const NodePtr& node, const Present& present) {
    if (node == nullptr) return false;
    bool unknown = std::visit(Inside{*this, present}, node->kind);
    if (unknown && !present.empty()) unknown = !present.contains(dump(*node, environment_));
    if (unknown) found.insert(node.get());
    return unknown;
  }

  /// Whether the elements of a binding are unknown; `later` ones stand for a missing row instead.
  bool visit(const typed::Binding& binding, bool later, Present& present) {
    bool source = false;
    if (const auto* inverse = std::get_if<typed::InverseSource>(&binding.source)) {
      source = visit(inverse->row, present);
    } else if (const auto* runs = std::get_if<typed::RunsSource>(&binding.source)) {
      source = visit(*runs->periods, present);
    }
    slots_[binding.slot] = later && source;
    if (binding.where == nullptr) return source && !later;
    const auto every = every_text(binding, environment_);
    const bool known = every && present.contains(*every);
    Present inside = present;
    if (known) inside.merge(present_where_known(*binding.where, environment_));
    const bool where = visit(binding.where, inside);
    present.merge(known ? present_where(*binding.where, true, environment_)
                        : present_unless(*binding.where, false, environment_));
    return where || (source && !later);
  }

  /// Whether its elements, or what is computed of them, are unknown.
  bool visit(const typed::Comprehension& comprehension, Present present) {
    bool unknown = false;
    bool later = false;
    for (const typed::Binding& binding : comprehension.bindings) {
      unknown = visit(binding, later, present) || unknown;
      later = true;
    }
    unknown = visit(comprehension.head, present) || unknown;
    return visit(comprehension.by, present) || unknown;
  }

  /// Definitions are gone through again until nothing new is learnt of their arguments.
  bool visit_call(const typed::DefinitionCall& call, const Present& present) {
    const auto index = static_cast<std::size_t>(call.definition);
    std::set<int>& unknown = arguments_[index];
    for (std::size_t a = 0; a < call.arguments.size(); ++a) {
      if (visit(call.arguments[a], present)) unknown.insert(static_cast<int>(a) + 1);
    }
    const std::map<int, bool> outer = std::move(slots_);
    slots_.clear();
    for (const int argument : unknown) slots_[argument] = true;
    const bool result = visit(environment_.definitions[index].body,
                              present_in_call(call.arguments, present, environment_));
    slots_ = outer;
    return result;
  }

 private:
  // One overload a kind of node: whether it can be unknown.
  struct Inside {
    Analysis& analysis;
    const Present& present;

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
      return one(node.row) || !analysis.is_there(node.row, node.table, period.from, present);
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
      const bool sides = two(node.left, node.right);
      return sides || (node.op == typed::ArithmeticOperator::kDivide && can_be_zero(node.right));
    }
    bool operator()(const typed::Comparison& node) const { return two(node.left, node.right); }
    /// The right side is asked only where the left one has not decided.
    bool operator()(const typed::Logical& node) const {
      const bool left = one(node.left);
      Present inner = present;
      inner.merge(
          present_unless(*node.left, node.op == LogicalOperator::kOr, analysis.environment_));
      return analysis.visit(node.right, inner) || left;
    }
    bool operator()(const typed::Conditional& node) const {
      const bool condition = one(node.condition);
      Present holds = present;
      holds.merge(present_where(*node.condition, true, analysis.environment_));
      Present fails = present;
      fails.merge(present_where(*node.condition, false, analysis.environment_));
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
      Present inner = present;
      const bool elements = analysis.visit(node.binding, false, inner);
      return analysis.visit(node.satisfies, inner) || elements;
    }
    bool operator()(const typed::Aggregate& node) const {
      const bool elements = analysis.visit(*node.over, present);
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
      return analysis.visit_call(node, present);
    }
    bool operator()(const typed::ListOf& node) const {
      bool unknown = false;
      for (const NodePtr& item : node.items) unknown = one(item) || unknown;
      return unknown;
    }

    bool one(const NodePtr& node) const { return analysis.visit(node, present); }
    bool two(const NodePtr& left, const NodePtr& right) const {
      const bool unknown = one(left);
      return one(right) || unknown;
    }
  };

  /// Whether a field that something else rests on has a value.
  bool is_there(const NodePtr& row, int table, int field, const Present& present) const {
    return is_required(table, field) ||
           present.contains(field_text(row, table, field, environment_));
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

/// Which part is asked of which subjects: what tells whether and when a rule applies for all that
/// `for` lets through, the rest of those that are judged.
class Parts : public rules::PartVisitor {
 public:
  Parts(const mutation::Original& original, Analysis& analysis)
      : analysis_(analysis), environment_(original.environment()), rule_(original.rule) {
    for (const typed::Binding& binding : rule_.subjects) {
      if (binding.where != nullptr) judge(present_where(*binding.where, true, environment_));
    }
    if (rule_.when != nullptr) judge(present_where(*rule_.when, true, environment_));
    for (const NodePtr& node : {engine::own_date_of(rule_), engine::over_of(rule_)}) {
      if (node != nullptr) judge(present_where_known(*node, environment_));
    }
  }

  void expression(const std::string& key, rules::NodePtr& expression) override {
    analysis_.visit(expression, is_before_judgement(key) ? chosen_ : judged_);
  }
  void binding(const std::string&, typed::Binding& binding) override {
    analysis_.visit(binding, false, chosen_);
  }
  void elements(const std::string&, typed::Comprehension& elements) override {
    analysis_.visit(elements, judged_);
  }

 private:
  void judge(Present present) { judged_.merge(present); }
  static bool is_before_judgement(const std::string& key) {
    return key == "when" || key == "on" || key == "over" || key == "trigger" || key == "while" ||
           key == "task";
  }

  Analysis& analysis_;
  const lang::Environment& environment_;
  const rules::Rule& rule_;
  Present chosen_;  ///< for every subject that `for` chooses, or may choose
  Present judged_;  ///< for every subject for which the rule applies and is dated
};

}  // namespace

std::set<const typed::Node*> can_be_unknown(const mutation::Original& original) {
  Analysis analysis(original);
  Parts parts(original, analysis);
  rules::Rule shown = original.rule;
  visit_parts(shown, parts);
  return std::move(analysis.found);
}

}  // namespace remit::measure
