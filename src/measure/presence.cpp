#include "measure/presence.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>

#include <fmt/format.h>

#include "lang/typed_dump.h"

namespace remit::measure {
namespace {

namespace typed = lang::typed;
using typed::LogicalOperator;
using typed::NodePtr;

Present both(Present left, Present right) {
  left.merge(right);
  return left;
}

Present either(const Present& left, const Present& right) {
  Present shared;
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(),
                        std::inserter(shared, shared.begin()));
  return shared;
}

/// As a field of the row begins: without the type.
std::string row_text(const typed::Node& row, const lang::Environment& environment) {
  const std::string text = dump(row, environment);
  return text.substr(0, text.rfind(':'));
}

/// A text in which the slot has no number; nothing where there are others besides.
std::optional<std::string> without_slot(const std::string& text, int slot) {
  const std::string own = fmt::format("${}", slot);
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    result += text[at];
    if (text[at] != '$') continue;
    std::size_t end = at + 1;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    if (text.substr(at, end - at) != own) return std::nullopt;
    at = end - 1;
  }
  return result;
}

bool has_prefix(const Present& present, const std::string& prefix) {
  const auto text = present.lower_bound(prefix);
  return text != present.end() && text->starts_with(prefix);
}

/// What begins with a prefix, with another one in its place.
Present renamed(const Present& present, const std::string& prefix, const std::string& other) {
  Present result;
  for (auto text = present.lower_bound(prefix); text != present.end(); ++text) {
    if (!text->starts_with(prefix)) break;
    result.insert(other + text->substr(prefix.size()));
  }
  return result;
}

/// What is there where a node has a value; `outcome` where it is one of the two.
class Reasons {
 public:
  Reasons(const lang::Environment& environment, std::optional<bool> outcome)
      : environment_(environment), outcome_(outcome) {}

  Present operator()(const typed::Constant&) const { return {}; }
  Present operator()(const typed::AsOfDate&) const { return {}; }
  Present operator()(const typed::SlotUse&) const { return {}; }
  Present operator()(const typed::ParameterUse&) const { return {}; }
  Present operator()(const typed::SetUse&) const { return {}; }
  Present operator()(const typed::FieldOf& node) const { return known(node.row); }
  Present operator()(const typed::PeriodOf& node) const {
    const auto& period = table(node.table).periods[static_cast<std::size_t>(node.period)];
    return both(known(node.row), field(node.row, node.table, period.from));
  }
  Present operator()(const typed::Follow& node) const {
    const auto& relation = table(node.table).relations[static_cast<std::size_t>(node.relation)];
    Present present = known(node.row);
    for (const int key : relation.fields) present.merge(field(node.row, node.table, key));
    return present;
  }
  Present operator()(const typed::BoundOf& node) const { return known(node.period); }
  Present operator()(const typed::Widen& node) const { return known(node.operand); }
  Present operator()(const typed::Not& node) const {
    return outcome_ ? decided(node.operand, !*outcome_) : known(node.operand);
  }
  Present operator()(const typed::Negate& node) const { return known(node.operand); }
  Present operator()(const typed::Arithmetic& node) const { return two(node.left, node.right); }
  Present operator()(const typed::Comparison& node) const { return two(node.left, node.right); }
  /// `or` and `implies` are `and` with sides turned round: one outcome takes both sides, the other
  /// one either.
  Present operator()(const typed::Logical& node) const {
    if (!outcome_) return {};
    const bool takes_both = *outcome_ == (node.op == LogicalOperator::kAnd);
    const bool left = (node.op != LogicalOperator::kOr) == takes_both;
    const bool right = (node.op == LogicalOperator::kAnd) == takes_both;
    const Present first = decided(node.left, left);
    const Present second = decided(node.right, right);
    return takes_both ? both(first, second) : either(first, second);
  }
  Present operator()(const typed::Conditional& node) const {
    return both(known(node.condition), either(same(node.then), same(node.otherwise)));
  }
  Present operator()(const typed::Membership& node) const { return known(node.value); }
  /// One bound alone can tell that a value is not between them.
  Present operator()(const typed::BetweenTest& node) const {
    Present present = known(node.value);
    if (outcome_ == true) present.merge(two(node.low, node.high));
    return present;
  }
  Present operator()(const typed::StateTest& node) const {
    return outcome_ == node.negated ? known(node.operand) : Present{};
  }
  Present operator()(const typed::DistinctTest&) const { return {}; }
  Present operator()(const typed::PatternTest& node) const { return known(node.value); }
  Present operator()(const typed::PeriodTest& node) const { return two(node.left, node.right); }
  Present operator()(const typed::Quantified& node) const {
    const auto* inverse = std::get_if<typed::InverseSource>(&node.binding.source);
    return inverse != nullptr ? known(inverse->row) : Present{};
  }
  /// Nothing can be computed of elements of which one may not count.
  Present operator()(const typed::Aggregate& node) const {
    if (node.over->otherwise != nullptr || node.over->bindings.size() != 1) return {};
    const typed::Binding& binding = node.over->bindings.front();
    const auto* inverse = std::get_if<typed::InverseSource>(&binding.source);
    if (inverse == nullptr) return {};
    Present present = known(inverse->row);
    if (const auto text = every_text(binding, environment_)) present.insert(*text);
    return present;
  }
  Present operator()(const typed::BuiltinCall& node) const {
    if (node.function == lang::Builtin::kCoalesce) return {};
    Present present;
    for (const NodePtr& argument : node.arguments) present.merge(known(argument));
    return present;
  }
  Present operator()(const typed::DefinitionCall& node) const {
    const auto& definition = environment_.definitions[static_cast<std::size_t>(node.definition)];
    const Present inside = same(definition.body);
    Present present;
    for (std::size_t a = 0; a < node.arguments.size(); ++a) {
      const typed::Node& argument = *node.arguments[a];
      const std::string slot = fmt::format("${}", a + 1);
      if (argument.type.kind == value::Kind::kRow) {
        present.merge(renamed(inside, slot + ".", row_text(argument, environment_) + "."));
      } else if (has_prefix(inside, slot + ":")) {
        present.merge(known(node.arguments[a]));
      }
    }
    return present;
  }
  Present operator()(const typed::ListOf&) const { return {}; }

 private:
  Present known(const NodePtr& node) const { return present_where_known(*node, environment_); }
  Present two(const NodePtr& left, const NodePtr& right) const {
    return both(known(left), known(right));
  }
  Present decided(const NodePtr& condition, bool outcome) const {
    return present_where(*condition, outcome, environment_);
  }
  /// Of a branch, which has the value of the whole.
  Present same(const NodePtr& branch) const {
    return outcome_ ? decided(branch, *outcome_) : known(branch);
  }
  Present field(const NodePtr& row, int of, int field) const {
    return {field_text(row, of, field, environment_)};
  }
  const model::Table& table(int index) const {
    return environment_.model->tables[static_cast<std::size_t>(index)];
  }

  const lang::Environment& environment_;
  std::optional<bool> outcome_;
};

Present with_itself(const typed::Node& node, std::optional<bool> outcome,
                    const lang::Environment& environment) {
  Present present = std::visit(Reasons{environment, outcome}, node.kind);
  present.insert(dump(node, environment));
  return present;
}

}  // namespace

Present present_in_call(const std::vector<NodePtr>& arguments, const Present& outside,
                        const lang::Environment& environment) {
  Present inside;
  for (std::size_t a = 0; a < arguments.size(); ++a) {
    if (arguments[a]->type.kind != value::Kind::kRow) continue;
    const std::string row = row_text(*arguments[a], environment) + ".";
    inside.merge(renamed(outside, row, fmt::format("${}.", a + 1)));
  }
  return inside;
}

std::optional<std::string> every_text(const typed::Binding& binding,
                                      const lang::Environment& environment) {
  const auto* inverse = std::get_if<typed::InverseSource>(&binding.source);
  if (inverse == nullptr || binding.where == nullptr) return std::nullopt;
  const auto& inverses =
      environment.model->tables[static_cast<std::size_t>(inverse->table)].inverses;
  const auto where = without_slot(dump(*binding.where, environment), binding.slot);
  if (!where) return std::nullopt;
  return fmt::format("{}.{} where {}", row_text(*inverse->row, environment),
                     inverses[static_cast<std::size_t>(inverse->inverse)].name, *where);
}

std::string field_text(const NodePtr& row, int table, int field,
                       const lang::Environment& environment) {
  const model::Table& of = environment.model->tables[static_cast<std::size_t>(table)];
  const value::Type type = value::type(of.fields[static_cast<std::size_t>(field)].kind);
  return dump(typed::Node{type, {}, typed::FieldOf{row, table, field}}, environment);
}

Present present_where_known(const typed::Node& node, const lang::Environment& environment) {
  return with_itself(node, std::nullopt, environment);
}

Present present_where(const typed::Node& condition, bool outcome,
                      const lang::Environment& environment) {
  return with_itself(condition, outcome, environment);
}

Present present_unless(const typed::Node& condition, bool decided,
                       const lang::Environment& environment) {
  const bool outcome = !decided;
  if (const auto* test = std::get_if<typed::StateTest>(&condition.kind)) {
    if (test->negated != outcome) return {};
    return present_where_known(*test->operand, environment);
  }
  if (const auto* logical = std::get_if<typed::Logical>(&condition.kind)) {
    if (logical->op != (outcome ? LogicalOperator::kAnd : LogicalOperator::kOr)) return {};
    return both(present_unless(*logical->left, decided, environment),
                present_unless(*logical->right, decided, environment));
  }
  if (const auto* negated = std::get_if<typed::Not>(&condition.kind)) {
    return present_unless(*negated->operand, !decided, environment);
  }
  return {};
}

}  // namespace remit::measure
