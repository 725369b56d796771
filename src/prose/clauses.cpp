// Tests that are one clause.
#include <fmt/format.h>

#include "prose/condition.h"
#include "prose/notes.h"
#include "prose/value.h"

namespace remit::prose {
namespace {

namespace typed = lang::typed;

bool is_recorded_as_such(const NodePtr& node) {
  return std::holds_alternative<typed::FieldOf>(node->kind) ||
         std::holds_alternative<typed::Follow>(node->kind);
}

/// Whether `{0} is ...` can be said of a boolean: what remains is said to be so or not.
Clause truth_clause(const std::string& subject, bool wanted) {
  return {subject, wanted ? "is yes" : "is no"};
}

// One overload a kind of node that can be true.
struct Teller {
  const NodePtr& whole;
  bool wanted;
  Context& context;

  Clause operator()(const typed::Comparison& node) const {
    return comparison_clause(node, wanted, context);
  }
  Clause operator()(const typed::Membership& node) const {
    return membership_clause(node, wanted, context);
  }
  Clause operator()(const typed::PatternTest& node) const {
    return pattern_clause(node, wanted, context);
  }
  Clause operator()(const typed::PeriodTest& node) const {
    return period_clause(node, wanted, context);
  }
  Clause operator()(const typed::BetweenTest& node) const {
    return {
        value(node.value, context),
        fmt::format("{} {} to {}{}", wanted ? "is from" : "is outside of", value(node.low, context),
                    value(node.high, context), wanted ? " (both included)" : "")};
  }
  Clause operator()(const typed::StateTest& node) const {
    const bool is_there = node.negated == wanted;
    const char* word = is_recorded_as_such(node.operand) ? "recorded" : "known";
    return {value(node.operand, context), fmt::format("is {}{}", is_there ? "" : "not ", word)};
  }
  Clause operator()(const typed::DistinctTest& node) const {
    const bool same = node.negated == wanted;
    // What is written out is always known.
    if (std::holds_alternative<typed::Constant>(node.right->kind)) {
      const std::string right = value(node.right, context);
      const char* known = is_recorded_as_such(node.left) ? "recorded" : "known";
      return {value(node.left, context),
              same ? "is " + right : fmt::format("is not {} or is not {}", right, known)};
    }
    return {value(node.left, context),
            same ? fmt::format("is the same as {}, or neither is known", value(node.right, context))
                 : fmt::format("differs from {}, or only one of the two is known",
                               value(node.right, context))};
  }
  Clause operator()(const typed::FieldOf& node) const {
    const auto& field = context.table(node.table).fields[static_cast<std::size_t>(node.field)];
    return {value(node.row, context),
            fmt::format("has {} recorded as {}", quoted(spoken(field)), wanted ? "yes" : "no")};
  }
  Clause operator()(const typed::DefinitionCall& node) const {
    const auto& all = context.environment().definitions;
    context.note_definition(node.definition);
    std::vector<std::string> arguments;
    for (const NodePtr& each : node.arguments) arguments.push_back(value(each, context));
    const auto& definition = all[static_cast<std::size_t>(node.definition)];
    return {quoted(spoken(definition.name)),
            (wanted ? "holds" : "does not hold") + for_arguments(arguments)};
  }
  Clause operator()(const typed::BuiltinCall& node) const {
    if (node.function != lang::Builtin::kStartsWith && node.function != lang::Builtin::kEndsWith) {
      return truth_clause(builtin_phrase(node, context), wanted);
    }
    const char* verb = node.function == lang::Builtin::kStartsWith ? "begin" : "end";
    return {value(node.arguments[0], context),
            fmt::format("{}{}{} with {}", wanted ? "" : "does not ", verb, wanted ? "s" : "",
                        value(node.arguments[1], context))};
  }
  Clause operator()(const typed::Constant& node) const {
    const bool* truth = std::get_if<bool>(&node.value.data);
    if (truth == nullptr) return {"this", "cannot be known"};
    return {"this", *truth == wanted ? "is always so" : "is never so"};
  }
  Clause operator()(const typed::SlotUse& node) const {
    return truth_clause(context.name(node.slot), wanted);
  }
  Clause operator()(const typed::ParameterUse& node) const {
    const auto& parameters = context.environment().parameters;
    const auto& parameter = parameters[static_cast<std::size_t>(node.parameter)];
    return truth_clause(fmt::format("the setting {} (now {})", quoted(spoken(parameter.name)),
                                    spoken(parameter.values, "and")),
                        wanted);
  }
  template <typename Other>
  Clause operator()(const Other&) const {
    return truth_clause(value(whole, context), wanted);
  }
};

}  // namespace

Clause clause(const NodePtr& node, bool wanted, Context& context) {
  return std::visit(Teller{node, wanted, context}, node->kind);
}

}  // namespace remit::prose
