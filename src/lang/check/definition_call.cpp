#include <fmt/format.h>

#include "lang/check/context.h"

namespace remit::lang::check {
namespace {

/// Where the arguments' slots begin: slot 0 is the own date.
constexpr std::size_t kFirstArgument = 1;

std::string spell(const Context& context, const Definition& definition) {
  std::string takes;
  for (std::size_t i = 0; i < definition.arguments; ++i) {
    const Slot& slot = definition.slots[kFirstArgument + i];
    if (i > 0) takes += ", ";
    takes += fmt::format("{}: {}", slot.name,
                         slot.type.kind == Kind::kRow ? context.table(slot.type.table).entity
                                                      : value::to_string(slot.type));
  }
  return fmt::format("`{}({})`", definition.name, takes);
}

// `may(a, d)` where a row of another table is wanted that `a` leads to: `may(a.worker, d)`.
std::string relation_help(const Context& context, const NodePtr& argument, const Type& wanted) {
  if (argument->type.kind != Kind::kRow || wanted.kind != Kind::kRow) return {};
  for (const model::Relation& relation : context.table(argument->type.table).relations) {
    if (relation.target != wanted.table) continue;
    const std::string words = context.quote(argument->span);
    return fmt::format("; did you mean `{}.{}`?", words.substr(1, words.size() - 2), relation.name);
  }
  return {};
}

NodePtr check_argument(Context& context, const Definition& definition, std::size_t index,
                       const NodePtr& argument) {
  const Slot& slot = definition.slots[kFirstArgument + index];
  const std::optional<Type> common = common_type(argument->type, slot.type);
  const bool narrows = slot.type.kind == Kind::kInteger && argument->type.kind == Kind::kNumber;
  if (common.has_value() && !narrows) return convert(context, argument, slot.type);
  context.error("wrong-arguments", argument->span,
                fmt::format("`{}` of `{}` is {}, and {} is {}", slot.name, definition.name,
                            describe(context, slot.type), context.quote(argument->span),
                            describe(context, argument->type)),
                fmt::format("it is called as {}{}", spell(context, definition),
                            relation_help(context, argument, slot.type)));
  return error_node(argument->span);
}

void report_count(Context& context, const Expression& whole, const Definition& definition,
                  std::size_t given) {
  context.error("wrong-arguments", whole.span,
                fmt::format("`{}` takes {} argument{}, and {} {} given", definition.name,
                            definition.arguments, definition.arguments == 1 ? "" : "s", given,
                            given == 1 ? "is" : "are"),
                fmt::format("it is called as {}", spell(context, definition)));
}

}  // namespace

NodePtr check_definition_call(Context& context, const Expression& whole, int definition,
                              const std::vector<ExpressionPtr>& arguments) {
  const Definition& called = context.environment.definitions[static_cast<std::size_t>(definition)];
  const bool fits = arguments.size() == called.arguments;
  bool sound = fits;
  typed::DefinitionCall call{definition, {}};
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    NodePtr argument = check_expression(context, *arguments[i]);
    if (fits) argument = check_argument(context, called, i, argument);
    sound = sound && !is_error(argument);
    call.arguments.push_back(std::move(argument));
  }
  if (!fits) report_count(context, whole, called, arguments.size());
  // A body that did not check has its own message.
  if (!sound || called.body == nullptr || is_error(called.body)) return error_node(whole.span);
  return make(called.body->type, whole.span, std::move(call));
}

}  // namespace remit::lang::check
