#include "lint/conditions.h"

#include <fmt/format.h>

#include "lint/expressions.h"

namespace remit::lint {
namespace {

namespace typed = lang::typed;
using typed::NodePtr;

/// What a condition is there for: says what follows where it is never true, and never false.
struct Role {
  std::string_view name;
  std::string_view never_true;
  std::string_view never_false;
};

constexpr Role kWhen{"`when`", "the rule judges nobody", "it excludes nobody"};
constexpr Role kWhere{"this `where`", "it selects nothing", "it excludes nothing"};
constexpr Role kRequire{"what is required", "nobody can meet it", "nobody can break it"};
constexpr Role kIf{"the condition of this `if`", "`then` never comes", "`else` never comes"};
constexpr Role kSatisfies{"what `satisfies` asks", "no element meets it", "every element meets it"};

class FindParameter : public lang::TreeVisitor {
 public:
  void node(const typed::Node& node) override {
    found = found || std::holds_alternative<typed::ParameterUse>(node.kind);
  }
  bool found = false;
};

bool names_parameter(const NodePtr& node) {
  FindParameter finder;
  lang::walk(*node, finder);
  return finder.found;
}

bool is_constant(const NodePtr& node) {
  return std::holds_alternative<typed::Constant>(node->kind);
}

bool is_missing_test_of_required(const NodePtr& node, const lang::Environment& environment) {
  const auto* test = std::get_if<typed::StateTest>(&node->kind);
  if (!test || test->negated) return false;
  const auto* field = std::get_if<typed::FieldOf>(&test->operand->kind);
  if (!field || !std::holds_alternative<typed::SlotUse>(field->row->kind)) return false;
  const auto& table = environment.model->tables[static_cast<std::size_t>(field->table)];
  return table.fields[static_cast<std::size_t>(field->field)].required;
}

class Examiner {
 public:
  Examiner(const lang::Environment& environment, std::vector<Remark>& remarks)
      : environment_(environment), remarks_(remarks), nothing_known_(environment) {}

  /// A whole condition: first its parts, then (where these are sound) all of it.
  void condition(const NodePtr& node, const Facts& facts, const Role& role) {
    if (!node || facts.contradictory()) return;
    const std::size_t before = remarks_.size();
    part(node, facts, true);
    if (remarks_.size() > before) return;
    if (&role == &kSatisfies && is_constant(node)) return;
    if (names_parameter(node)) return;
    const Truth truth = facts.truth(node);
    if (!truth.can_be_true) never_true(node, role.name, role.never_true, explain(node, facts));
    if (!truth.can_be_false) {
      remark(
          Oddity::kNeverFalse, node, fmt::format("{} is never false", role.name),
          fmt::format("{}{}: correct it, or leave it out", explain(node, facts), role.never_false));
    }
  }

  void binding(const typed::Binding& binding, const Facts& facts) {
    if (const auto* inverse = std::get_if<typed::InverseSource>(&binding.source)) {
      value(inverse->row, facts);
    } else if (const auto* runs = std::get_if<typed::RunsSource>(&binding.source)) {
      comprehension(*runs->periods, facts);
    }
    condition(binding.where, facts, kWhere);
  }

  void comprehension(const typed::Comprehension& all, const Facts& facts) {
    value(all.otherwise, facts);
    Facts inside = facts;
    for (const typed::Binding& each : all.bindings) {
      binding(each, inside);
      inside = inside.with(each);
    }
    if (inside.contradictory()) return;
    value(all.head, inside);
    value(all.by, inside);
  }

  /// A condition that need not be met for anything: of a definition, of a branch of an `if`.
  void branch(const NodePtr& node, const Facts& facts) {
    if (!node) return;
    if (node->type.kind == value::Kind::kBoolean) {
      part(node, facts, true);
    } else {
      value(node, facts);
    }
  }

  /// Looks for conditions inside something that is none itself.
  void value(const NodePtr& node, const Facts& facts) {
    if (!node || facts.contradictory()) return;
    std::visit(Inside{*this, facts}, node->kind);
  }

 private:
  /// One overload a kind of node that holds others.
  struct Inside {
    Examiner& examiner;
    const Facts& facts;

    void operator()(const typed::Conditional& node) const {
      examiner.condition(node.condition, facts, kIf);
      examiner.branch(node.then, facts.with(node.condition, true));
      examiner.branch(node.otherwise, facts.with(node.condition, false));
    }
    void operator()(const typed::Quantified& node) const {
      examiner.binding(node.binding, facts);
      examiner.condition(node.satisfies, facts.with(node.binding), kSatisfies);
    }
    void operator()(const typed::Aggregate& node) const {
      examiner.comprehension(*node.over, facts);
    }
    void operator()(const typed::Logical& node) const { both(node.left, node.right); }
    void operator()(const typed::Arithmetic& node) const { both(node.left, node.right); }
    void operator()(const typed::Comparison& node) const { both(node.left, node.right); }
    void operator()(const typed::DistinctTest& node) const { both(node.left, node.right); }
    void operator()(const typed::PeriodTest& node) const { both(node.left, node.right); }
    void operator()(const typed::Membership& node) const { both(node.value, node.list); }
    void operator()(const typed::BetweenTest& node) const {
      examiner.value(node.value, facts);
      both(node.low, node.high);
    }
    void operator()(const typed::Not& node) const { examiner.value(node.operand, facts); }
    void operator()(const typed::Widen& node) const { examiner.value(node.operand, facts); }
    void operator()(const typed::Negate& node) const { examiner.value(node.operand, facts); }
    void operator()(const typed::StateTest& node) const { examiner.value(node.operand, facts); }
    void operator()(const typed::PatternTest& node) const { examiner.value(node.value, facts); }
    void operator()(const typed::FieldOf& node) const { examiner.value(node.row, facts); }
    void operator()(const typed::PeriodOf& node) const { examiner.value(node.row, facts); }
    void operator()(const typed::Follow& node) const { examiner.value(node.row, facts); }
    void operator()(const typed::BoundOf& node) const { examiner.value(node.period, facts); }
    void operator()(const typed::BuiltinCall& node) const { all(node.arguments); }
    void operator()(const typed::DefinitionCall& node) const { all(node.arguments); }
    void operator()(const typed::ListOf& node) const { all(node.items); }
    void operator()(const typed::Constant&) const {}
    void operator()(const typed::AsOfDate&) const {}
    void operator()(const typed::SlotUse&) const {}
    void operator()(const typed::ParameterUse&) const {}
    void operator()(const typed::SetUse&) const {}

    void both(const NodePtr& left, const NodePtr& right) const {
      examiner.value(left, facts);
      examiner.value(right, facts);
    }
    void all(const std::vector<NodePtr>& nodes) const {
      for (const NodePtr& node : nodes) examiner.value(node, facts);
    }
  };

  /// A part of a condition that is met where this part is true (`wanted`), or where it is not.
  void part(const NodePtr& node, const Facts& facts, bool wanted) {
    if (facts.contradictory()) return;
    if (const auto* negation = std::get_if<typed::Not>(&node->kind)) {
      part(negation->operand, facts, !wanted);
    } else if (const auto* logical = std::get_if<typed::Logical>(&node->kind)) {
      using typed::LogicalOperator;
      const bool implies = logical->op == LogicalOperator::kImplies;
      const bool conjunction = logical->op == LogicalOperator::kAnd;
      part(logical->left, facts, implies ? !wanted : wanted);
      const bool together = conjunction ? wanted : !wanted;
      const bool left = implies || conjunction;
      part(logical->right, together || implies ? facts.with(logical->left, left) : facts, wanted);
    } else {
      value(node, facts);
      atom(node, facts, wanted);
    }
  }

  void atom(const NodePtr& node, const Facts& facts, bool wanted) {
    if (is_constant(node)) return;
    if (wanted && is_missing_test_of_required(node, environment_)) {
      remark(Oddity::kRequiredMissing, node,
             fmt::format("`{}` asks for what the model does not let be missing", text(node)),
             "it is true only of rows that are a data finding already; if the field may be empty, "
             "do not say `required` in the model");
      return;
    }
    const Truth alone = nothing_known_.truth(node);
    if (!alone.can_be_true || !alone.can_be_false) {
      if (!names_parameter(node)) by_itself(node, alone);
      return;
    }
    const Truth here = facts.truth(node);
    if (wanted && !here.can_be_true) {
      never_true(node, fmt::format("`{}`", text(node)), "", explain(node, facts, true));
    } else if (!wanted && !here.can_be_false) {
      remark(Oddity::kNeverFalse, node,
             fmt::format("`{}` is never false here, and `not` stands before it", text(node)),
             explain(node, facts, true) + "correct one of the conditions");
    }
  }

  /// A part that is the same whatever stands around it.
  void by_itself(const NodePtr& node, const Truth& alone) {
    const auto* comparison = std::get_if<typed::Comparison>(&node->kind);
    const bool itself = comparison && text(comparison->left) == text(comparison->right);
    if (itself) {
      remark(alone.can_be_true ? Oddity::kNeverFalse : Oddity::kNeverTrue, node,
             fmt::format("`{}` compares something with itself", text(node)),
             "compare it with something else, or leave it out");
    } else if (!alone.can_be_true) {
      never_true(node, fmt::format("`{}`", text(node)), "", explain(node, nothing_known_));
    }
  }

  void never_true(const NodePtr& node, std::string_view what, std::string_view then,
                  const std::string& why) {
    remark(Oddity::kNeverTrue, node, fmt::format("{} is never true", what),
           fmt::format("{}{}{}correct it, or leave it out", why, then, then.empty() ? "" : ": "));
  }

  /// What the operands of a comparison can be, as half a sentence; empty for anything else.
  std::string explain(const NodePtr& node, const Facts& facts, bool here = false) const {
    std::string all;
    const auto add = [&](const NodePtr& operand) {
      if (is_constant(operand)) return;
      const Domain domain = facts.domain(operand);
      const std::string can = describe(domain, operand->type);
      if (can.empty()) return;
      if (!all.empty()) all += ", ";
      all += fmt::format("`{}` is {}{}{}", text(operand), here ? "here " : "", can,
                         domain.written ? "" : settings(domain));
    };
    if (const auto* comparison = std::get_if<typed::Comparison>(&node->kind)) {
      add(comparison->left);
      add(comparison->right);
    } else if (const auto* membership = std::get_if<typed::Membership>(&node->kind)) {
      add(membership->value);
    } else if (const auto* between = std::get_if<typed::BetweenTest>(&node->kind)) {
      add(between->value);
    } else if (const auto* state = std::get_if<typed::StateTest>(&node->kind)) {
      add(state->operand);
    }
    return all.empty() ? "" : all + ": ";
  }

  /// Which values of parameters it rests on.
  std::string settings(const Domain& domain) const {
    std::string all;
    for (const lang::Parameter& parameter : environment_.parameters) {
      if (domain.parameters.count(parameter.name) == 0) continue;
      all += fmt::format(" with `{}` = {}", parameter.name,
                         value::to_string(parameter.values.front().value));
    }
    return all;
  }

  std::string text(const NodePtr& node) const { return words(environment_.file, node->span); }

  void remark(Oddity oddity, const NodePtr& node, std::string message, std::string help) {
    remarks_.push_back({oddity, node->span, std::move(message), std::move(help)});
  }

  const lang::Environment& environment_;
  std::vector<Remark>& remarks_;
  Facts nothing_known_;
};

/// The conditions of the kinds.
struct KindConditions {
  Examiner& examiner;
  const Facts& facts;

  void operator()(const rules::Require& kind) const {
    examiner.condition(kind.require, facts, kRequire);
  }
  void operator()(const rules::Reserve& kind) const {
    examiner.value(kind.task, facts);
    examiner.value(kind.by, facts);
    examiner.condition(kind.to, facts, kRequire);
  }
  template <typename Other>
  void operator()(const Other&) const {}
};

}  // namespace

Facts facts_of_subjects(const rules::Rule& rule) {
  Facts facts(*rule.environment);
  for (const typed::Binding& binding : rule.subjects) facts = facts.with(binding);
  facts.assume(rule.when, true);
  return facts;
}

std::vector<Remark> remarks_on(const rules::Rule& rule) {
  std::vector<Remark> remarks;
  Examiner examiner(*rule.environment, remarks);
  Facts facts(*rule.environment);
  for (const typed::Binding& binding : rule.subjects) {
    examiner.binding(binding, facts);
    facts = facts.with(binding);
  }
  examiner.condition(rule.when, facts, kWhen);
  facts.assume(rule.when, true);
  examiner.value(rule.on, facts);
  const bool has_conditions = std::holds_alternative<rules::Require>(rule.kind) ||
                              std::holds_alternative<rules::Reserve>(rule.kind);
  std::visit(KindConditions{examiner, facts}, rule.kind);
  const KindExpressions kind = kind_expressions(rule);
  for (const Placed& placed : kind.nodes) {
    if (!has_conditions) examiner.value(placed.node, facts);
  }
  for (const PlacedElements& placed : kind.elements) {
    examiner.comprehension(placed.elements->comprehension, facts);
  }
  return remarks;
}

std::vector<Remark> remarks_on(const lang::Definition& definition,
                               const lang::Environment& environment) {
  std::vector<Remark> remarks;
  Examiner(environment, remarks).branch(definition.body, Facts(environment));
  return remarks;
}

}  // namespace remit::lint
