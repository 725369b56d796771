#include "prose/value.h"

#include <fmt/format.h>

#include "prose/condition.h"
#include "prose/notes.h"

namespace remit::prose {
namespace {

namespace typed = lang::typed;

// One overload a kind of node that has a value; conditions are told as such.
struct Teller {
  const NodePtr& whole;
  Context& context;

  std::string operator()(const typed::Constant& node) const { return spoken(node.value); }
  std::string operator()(const typed::AsOfDate&) const { return "the as-of date"; }
  std::string operator()(const typed::SlotUse& node) const { return context.name(node.slot); }
  std::string operator()(const typed::ParameterUse& node) const {
    const auto& parameters = context.environment().parameters;
    return parameter_phrase(parameters[static_cast<std::size_t>(node.parameter)]);
  }
  std::string operator()(const typed::SetUse& node) const {
    return set_phrase(context.environment().sets[static_cast<std::size_t>(node.set)], "and");
  }
  std::string operator()(const typed::FieldOf& node) const { return path_phrase(node, context); }
  std::string operator()(const typed::PeriodOf& node) const { return path_phrase(node, context); }
  std::string operator()(const typed::Follow& node) const { return path_phrase(node, context); }
  std::string operator()(const typed::BoundOf& node) const {
    const char* bound =
        node.bound == typed::Bound::kFrom ? "the first day of " : "the day after the last one of ";
    return bound + value(node.period, context);
  }
  std::string operator()(const typed::Widen& node) const { return value(node.operand, context); }
  std::string operator()(const typed::Negate& node) const { return negated_phrase(node, context); }
  std::string operator()(const typed::Arithmetic& node) const {
    return arithmetic_phrase(node, context);
  }
  std::string operator()(const typed::BuiltinCall& node) const {
    return builtin_phrase(node, context);
  }
  std::string operator()(const typed::DefinitionCall& node) const {
    const auto& all = context.environment().definitions;
    context.note_definition(node.definition);
    std::vector<std::string> arguments;
    for (const NodePtr& each : node.arguments) arguments.push_back(value(each, context));
    return definition_phrase(all[static_cast<std::size_t>(node.definition)], arguments);
  }
  std::string operator()(const typed::ListOf& node) const {
    if (node.items.empty()) return "nothing";
    std::vector<std::string> items;
    for (const NodePtr& each : node.items) items.push_back(value(each, context));
    return joined(items, "and");
  }
  std::string operator()(const typed::Aggregate& node) const {
    std::string phrase = aggregate_phrase(node, context);
    if (!phrase.empty()) return phrase;
    const bool is_row = whole->type.kind == value::Kind::kRow;
    const std::string noun = is_row ? "the " + spoken(context.table(whole->type.table).entity)
                                    : general_noun(whole->type);
    return context.put_below(noun, [&] { return led("is ", aggregate(node, context)); });
  }
  std::string operator()(const typed::Conditional& node) const {
    return context.put_below(general_noun(whole->type),
                             [&] { return led("is ", choice(node, context)); });
  }
  template <typename Test>
  std::string operator()(const Test&) const {
    return truth();
  }

  std::string truth() const {
    return context.put_below("the answer",
                             [&] { return led("is yes if ", condition(whole, true, context)); });
  }
};

bool is_test(const Node& node) {
  return node.type.kind == value::Kind::kBoolean &&
         !std::holds_alternative<typed::Constant>(node.kind) &&
         !std::holds_alternative<typed::FieldOf>(node.kind) &&
         !std::holds_alternative<typed::SlotUse>(node.kind) &&
         !std::holds_alternative<typed::ParameterUse>(node.kind);
}

}  // namespace

std::string value(const NodePtr& node, Context& context) {
  const Teller teller{node, context};
  return is_test(*node) ? teller.truth() : std::visit(teller, node->kind);
}

Statement long_value(const NodePtr& node, Context& context) {
  if (node->type.kind != value::Kind::kBoolean) {
    if (const auto* widened = std::get_if<typed::Widen>(&node->kind)) {
      return long_value(widened->operand, context);
    }
    if (const auto* choices = std::get_if<typed::Conditional>(&node->kind)) {
      return choice(*choices, context);
    }
    if (const auto* over = std::get_if<typed::Aggregate>(&node->kind)) {
      return aggregate(*over, context);
    }
  }
  return context.gather([&] { return Statement{value(node, context), {}}; });
}

Statement led(const std::string& words, Statement statement) {
  statement.text = words + statement.text;
  return statement;
}

std::string general_noun(const value::Type& type) {
  switch (type.kind) {
    case value::Kind::kInteger:
    case value::Kind::kNumber:
      return "the number";
    case value::Kind::kDate:
      return "the date";
    case value::Kind::kDuration:
      return "the time";
    case value::Kind::kPeriod:
      return "the days";
    case value::Kind::kString:
      return "the text";
    case value::Kind::kList:
      return "the list";
    default:
      return "what";
  }
}

}  // namespace remit::prose
