#include <fmt/format.h>

#include <algorithm>

#include "lang/check/context.h"
#include "lang/check/foreign.h"
#include "lang/parse/words.h"
#include "text/nearest.h"

namespace remit::lang::check {
namespace {

template <typename Named>
std::optional<int> find_named(const std::vector<Named>& all, std::string_view name) {
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Named& each) { return each.name == name; });
  if (found == all.end()) return std::nullopt;
  return static_cast<int>(found - all.begin());
}

// The visible row that has such a member, as `a.role`.
std::optional<std::string> member_of_bound(const Context& context, std::string_view name) {
  for (const std::string& bound : context.scope.names()) {
    const std::optional<int> slot = context.scope.find(bound);
    if (!slot.has_value()) continue;
    const Type& type = context.scope.slots()[static_cast<std::size_t>(*slot)].type;
    if (type.kind != Kind::kRow) continue;
    const model::Table& table = context.table(type.table);
    if (table.field(name) || table.period(name) || table.relation(name) || table.inverse(name)) {
      return fmt::format("{}.{}", bound, name);
    }
  }
  return std::nullopt;
}

// `lead` where `"lead"` is meant: a code that some field of the model can have.
bool is_code(const Context& context, std::string_view name) {
  const auto& tables = context.model().tables;
  return std::any_of(tables.begin(), tables.end(), [&](const model::Table& table) {
    return std::any_of(table.fields.begin(), table.fields.end(), [&](const model::Field& field) {
      return field.kind == Kind::kString &&
             std::find(field.allowed.begin(), field.allowed.end(), name) != field.allowed.end();
    });
  });
}

std::vector<std::string> known_values(const Context& context) {
  std::vector<std::string> names = context.scope.names();
  for (const Parameter& each : context.environment.parameters) names.push_back(each.name);
  for (const CodeSet& each : context.environment.sets) names.push_back(each.name);
  for (const Definition& each : context.environment.definitions) names.push_back(each.name);
  names.emplace_back("as_of");
  return names;
}

// `1 week`, `6 weeks`: a duration in the unit.
std::string some_of(std::string_view unit) {
  return fmt::format("`{} {}`", unit.ends_with('s') ? 6 : 1, unit);
}

// What is known of a name that nothing visible has.
std::string unknown_help(const Context& context, std::string_view name) {
  if (std::string help = foreign_name_help(name); !help.empty()) return help;
  if (const auto bound = bound_row_of(context, name)) {
    return fmt::format("the row is called `{}` here", *bound);
  }
  if (is_code(context, name)) {
    return fmt::format("a code is written in quotes: `\"{}\"`", name);
  }
  if (parse::find_unit(name)) {
    return fmt::format("a duration is a number in digits and a unit: {}", some_of(name));
  }
  return text::did_you_mean(name, known_values(context));
}

NodePtr use_parameter(Context& context, const Expression& whole, int index) {
  const Parameter& parameter = context.environment.parameters[static_cast<std::size_t>(index)];
  Type type = parameter.type;
  bool first = true;
  for (const Dated& dated : parameter.values) {
    const auto* duration = std::get_if<value::Duration>(&dated.value.data);
    if (duration == nullptr) continue;
    if (duration->family == value::DurationFamily::kWorkingDays &&
        !has_calendar(context, whole.span)) {
      return error_node(whole.span);
    }
    if (first) {
      type.family = duration->family;
    } else if (type.family != duration->family) {
      type.family.reset();
    }
    first = false;
  }
  return make(type, whole.span, typed::ParameterUse{index});
}

NodePtr use_set(Context& context, const Expression& whole, int index) {
  const CodeSet& set = context.environment.sets[static_cast<std::size_t>(index)];
  if (set.element.kind == Kind::kError) return error_node(whole.span);
  return make(value::list_type(set.element), whole.span, typed::SetUse{index});
}

// A definition without arguments can be named without parentheses.
NodePtr use_definition(Context& context, const Expression& whole, int index) {
  static const std::vector<ExpressionPtr> kNothing;
  const Definition& definition = context.environment.definitions[static_cast<std::size_t>(index)];
  if (definition.arguments == 0) return check_definition_call(context, whole, index, kNothing);
  context.error("not-a-value", whole.span,
                fmt::format("`{}` is a definition, and needs its arguments", definition.name),
                fmt::format("call it: `{}(...)`", definition.name));
  return error_node(whole.span);
}

}  // namespace

std::optional<std::string> bound_row_of(const Context& context, std::string_view name) {
  for (const std::string& bound : context.scope.names()) {
    const std::optional<int> slot = context.scope.find(bound);
    if (!slot.has_value()) continue;
    const Type& type = context.scope.slots()[static_cast<std::size_t>(*slot)].type;
    if (type.kind != Kind::kRow) continue;
    const model::Table& table = context.table(type.table);
    if (table.name == name || table.entity == name) return bound;
  }
  return std::nullopt;
}

std::optional<int> find_definition(const Environment& environment, std::string_view name) {
  return find_named(environment.definitions, name);
}

std::optional<std::string> meaning_of(const Environment& environment, std::string_view name) {
  if (environment.model->table(name)) return "a table of the model";
  if (find_named(environment.parameters, name)) return "a parameter";
  if (find_named(environment.sets, name)) return "a code set";
  if (find_definition(environment, name)) return "a definition";
  if (find_function(name) != nullptr) return "a built-in function";
  return std::nullopt;
}

NodePtr unknown_name(Context& context, std::string_view name, text::Span span) {
  const auto member = member_of_bound(context, name);
  if (member && foreign_name_help(name).empty()) {
    context.error("bare-field", span,
                  fmt::format("`{}` is no name here; a field is reached through its row", name),
                  fmt::format("write `{}`", *member));
    return error_node(span);
  }
  context.error("unknown-name", span, fmt::format("`{}` is not known here", name),
                unknown_help(context, name));
  return error_node(span);
}

bool check_free(Context& context, std::string_view name, text::Span span) {
  if (context.scope.find(name)) {
    context.error("name-taken", span, fmt::format("`{}` is bound already", name),
                  "choose another name: a name that is visible cannot be bound again");
    return false;
  }
  if (const auto meaning = meaning_of(context.environment, name)) {
    context.error("name-taken", span, fmt::format("`{}` cannot be bound: it is {}", name, *meaning),
                  "choose another name");
    return false;
  }
  return true;
}

NodePtr check_node(Context& context, const Expression& whole, const NameUse& node) {
  const Environment& environment = context.environment;
  if (const auto slot = context.scope.find(node.name)) {
    const Type& type = context.scope.slots()[static_cast<std::size_t>(*slot)].type;
    return make(type, whole.span, typed::SlotUse{*slot});
  }
  if (const auto parameter = find_named(environment.parameters, node.name)) {
    return use_parameter(context, whole, *parameter);
  }
  if (const auto set = find_named(environment.sets, node.name)) {
    return use_set(context, whole, *set);
  }
  if (const auto definition = find_definition(environment, node.name)) {
    return use_definition(context, whole, *definition);
  }
  if (environment.model->table(node.name)) {
    context.error("collection", whole.span,
                  fmt::format("`{}` is a table, and a table stands only after `in`", node.name),
                  fmt::format("go through its rows: `some x in {} where ... satisfies ...`, "
                              "`count(x in {} where ...)`",
                              node.name, node.name));
    return error_node(whole.span);
  }
  if (find_function(node.name) != nullptr) {
    context.error(
        "not-a-value", whole.span,
        fmt::format("`{}` is a function, and needs its arguments", node.name),
        parse::find_unit(node.name)
            ? fmt::format("call it: `{0}(...)`; a duration has a number: `1 {0}`", node.name)
            : fmt::format("call it: `{}(...)`", node.name));
    return error_node(whole.span);
  }
  return unknown_name(context, node.name, whole.span);
}

}  // namespace remit::lang::check
