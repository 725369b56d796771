#include <fmt/format.h>

#include <algorithm>

#include "lang/check/context.h"
#include "lang/check/foreign.h"
#include "text/nearest.h"

namespace remit::lang::check {
namespace {

constexpr Kind kAny = Kind::kError;

std::string kind_word(Kind kind) {
  return kind == kAny ? "any value" : value::to_string(value::type(kind));
}

std::string spell(const Function& function, const Signature& signature) {
  std::string parameters;
  for (const Kind kind : signature.parameters) {
    if (!parameters.empty()) parameters += ", ";
    parameters += kind_word(kind);
  }
  if (signature.variadic) parameters += ", ...";
  return fmt::format("`{}({})`", function.name, parameters);
}

std::string spell_all(const Function& function) {
  std::string result = "it can be called as ";
  for (std::size_t i = 0; i < function.signatures.size(); ++i) {
    if (i > 0) result += ", ";
    result += spell(function, function.signatures[i]);
  }
  return result;
}

Kind parameter(const Signature& signature, std::size_t index) {
  return signature.parameters[std::min(index, signature.parameters.size() - 1)];
}

bool takes_count(const Signature& signature, std::size_t count) {
  return signature.variadic ? count >= signature.parameters.size()
                            : count == signature.parameters.size();
}

bool accepts(Kind wanted, const Type& type, bool widen) {
  if (wanted == kAny || type.kind == wanted) return true;
  return widen && wanted == Kind::kNumber && type.kind == Kind::kInteger;
}

// The first argument that the signature does not take; the number of arguments where it takes
// them all.
std::size_t first_wrong(const Signature& signature, const std::vector<NodePtr>& arguments,
                        bool widen) {
  std::size_t index = 0;
  while (index < arguments.size() &&
         accepts(parameter(signature, index), arguments[index]->type, widen)) {
    ++index;
  }
  return index;
}

// The signature that takes the arguments: without widening if there is one, else with.
const Signature* choose(const Function& function, const std::vector<NodePtr>& arguments) {
  for (const bool widen : {false, true}) {
    for (const Signature& each : function.signatures) {
      if (takes_count(each, arguments.size()) &&
          first_wrong(each, arguments, widen) == arguments.size()) {
        return &each;
      }
    }
  }
  return nullptr;
}

// The signature that comes nearest: that which takes the most arguments from the left.
const Signature* nearest_signature(const Function& function,
                                   const std::vector<NodePtr>& arguments) {
  const Signature* best = nullptr;
  std::size_t reached = 0;
  for (const Signature& each : function.signatures) {
    if (!takes_count(each, arguments.size())) continue;
    const std::size_t here = first_wrong(each, arguments, true);
    if (best == nullptr || here > reached) {
      best = &each;
      reached = here;
    }
  }
  return best;
}

void report_mismatch(Context& context, const Expression& whole, const Function& function,
                     const std::vector<NodePtr>& arguments) {
  const Signature* best = nearest_signature(function, arguments);
  if (best == nullptr) {
    context.error("wrong-arguments", whole.span,
                  fmt::format("`{}` does not take {} argument{}", function.name, arguments.size(),
                              arguments.size() == 1 ? "" : "s"),
                  spell_all(function));
    return;
  }
  const NodePtr& wrong = arguments[first_wrong(*best, arguments, true)];
  context.error("wrong-arguments", wrong->span,
                fmt::format("`{}` does not take {} here: {} is one", function.name,
                            describe(context, wrong->type), context.quote(wrong->span)),
                spell_all(function));
}

// The common type of the arguments; durations of families that are known to differ have none
// where they are put in order.
std::optional<Type> common_argument(Context& context, const Function& function,
                                    const std::vector<NodePtr>& arguments, bool ordered) {
  Type common = value::type(Kind::kMissing);
  for (const NodePtr& argument : arguments) {
    const std::optional<Type> wider = common_type(common, argument->type);
    if (!wider.has_value() || (ordered && families_clash(common, argument->type))) {
      context.error("wrong-arguments", argument->span,
                    fmt::format("the arguments of `{}` have one type, and {} is {} after {}",
                                function.name, context.quote(argument->span),
                                describe(context, argument->type), describe(context, common)),
                    "give values of one type");
      return std::nullopt;
    }
    common = *wider;
  }
  return common;
}

bool check_missing_arguments(Context& context, const Function& function,
                             const std::vector<NodePtr>& arguments) {
  if (function.name == "coalesce") return true;
  bool sound = true;
  for (const NodePtr& argument : arguments) {
    if (!is_missing_literal(argument)) continue;
    sound = false;
    context.error("missing-operand", argument->span,
                  fmt::format("`{}` of `missing` is always missing", function.name),
                  function.name == "period" ? "a period without an end is `period(a)`" : "");
  }
  return sound;
}

NodePtr finish(Context& context, const Expression& whole, const Function& function,
               const Signature& signature, std::vector<NodePtr> arguments) {
  Type result = value::type(signature.result);
  std::optional<Type> common;
  if (signature.result == kAny) {
    common =
        common_argument(context, function, arguments, signature.function != Builtin::kCoalesce);
    if (!common.has_value()) return error_node(whole.span);
    result = *common;
  }
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const Type wanted = common ? *common : value::type(parameter(signature, i));
    arguments[i] = convert(context, arguments[i], wanted);
  }
  return make(result, whole.span, typed::BuiltinCall{signature.function, std::move(arguments)});
}

std::vector<std::string> callable_names(const Context& context) {
  std::vector<std::string> names;
  for (const Function& each : functions()) names.emplace_back(each.name);
  for (const Definition& each : context.environment.definitions) names.push_back(each.name);
  return names;
}

NodePtr not_callable(Context& context, const Expression& whole, const Call& call) {
  const std::string& name = call.function.text;
  const std::optional<std::string> meaning = context.scope.find(name)
                                                 ? std::optional<std::string>("a bound name")
                                                 : meaning_of(context.environment, name);
  if (std::string help = foreign_function_help(name); !help.empty() && !meaning) {
    context.error("unknown-function", call.function.span,
                  fmt::format("there is no function or definition `{}`", name), std::move(help));
    return error_node(whole.span);
  }
  // The arguments may hold mistakes of their own.
  for (const ExpressionPtr& argument : call.arguments) check_expression(context, *argument);
  if (meaning.has_value()) {
    context.error("not-a-function", call.function.span,
                  fmt::format("`{}` is {}, and cannot be called", name, *meaning),
                  "leave the parentheses out");
  } else {
    context.error("unknown-function", call.function.span,
                  fmt::format("there is no function or definition `{}`", name),
                  text::did_you_mean(name, callable_names(context)));
  }
  return error_node(whole.span);
}

}  // namespace

NodePtr check_builtin(Context& context, const Expression& whole, const Call& call,
                      const Function& function) {
  std::vector<NodePtr> arguments;
  bool sound = true;
  for (const ExpressionPtr& argument : call.arguments) {
    arguments.push_back(check_expression(context, *argument));
    sound = sound && !is_error(arguments.back());
  }
  if (function.name == "working_days") sound = has_calendar(context, whole.span) && sound;
  if (!sound || !check_missing_arguments(context, function, arguments)) {
    return error_node(whole.span);
  }
  const Signature* signature = choose(function, arguments);
  if (signature == nullptr) {
    report_mismatch(context, whole, function, arguments);
    return error_node(whole.span);
  }
  return finish(context, whole, function, *signature, std::move(arguments));
}

NodePtr check_node(Context& context, const Expression& whole, const Call& node) {
  if (const Function* function = find_function(node.function.text)) {
    return check_builtin(context, whole, node, *function);
  }
  if (const auto definition = find_definition(context.environment, node.function.text)) {
    return check_definition_call(context, whole, *definition, node.arguments);
  }
  return not_callable(context, whole, node);
}

}  // namespace remit::lang::check
