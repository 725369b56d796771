#include <fmt/format.h>

#include "lang/check/context.h"

namespace remit::lang::check {
namespace {

std::string plural(const Context& context, Kind kind, int table) {
  switch (kind) {
    case Kind::kBoolean:
      return "booleans";
    case Kind::kInteger:
      return "integers";
    case Kind::kNumber:
      return "numbers";
    case Kind::kString:
      return "strings";
    case Kind::kDate:
      return "dates";
    case Kind::kDuration:
      return "durations";
    case Kind::kPeriod:
      return "periods";
    case Kind::kRow:
      return fmt::format("rows of `{}`", context.table(table).name);
    case Kind::kError:
    case Kind::kMissing:
    case Kind::kList:
    case Kind::kCollection:
      break;
  }
  return "nothing";
}

std::string describe_duration(const Type& type) {
  if (!type.family.has_value()) return "a duration";
  switch (*type.family) {
    case value::DurationFamily::kDays:
      return "a duration in days";
    case value::DurationFamily::kMonths:
      return "a duration in months";
    case value::DurationFamily::kWorkingDays:
      return "a duration in working days";
  }
  return "a duration";
}

Type element_of(const Type& list) { return {list.element, Kind::kError, list.table, std::nullopt}; }

// A list whose items cannot be reached to be widened one by one stays a list of integers.
NodePtr convert_list(const Context& context, const NodePtr& node, const Type& type) {
  const Type element = element_of(type);
  if (const auto* list = std::get_if<typed::ListOf>(&node->kind)) {
    typed::ListOf converted;
    for (const NodePtr& item : list->items) {
      converted.items.push_back(convert(context, item, element));
    }
    return make(type, node->span, std::move(converted));
  }
  if (const auto* choice = std::get_if<typed::Conditional>(&node->kind)) {
    return make(type, node->span,
                typed::Conditional{choice->condition, convert(context, choice->then, type),
                                   convert(context, choice->otherwise, type)});
  }
  if (const auto* aggregate = std::get_if<typed::Aggregate>(&node->kind)) {
    auto over = std::make_shared<typed::Comprehension>(*aggregate->over);
    over->head = convert(context, over->head, element);
    if (over->otherwise != nullptr) over->otherwise = convert(context, over->otherwise, type);
    return make(type, node->span, typed::Aggregate{aggregate->function, std::move(over)});
  }
  if (const auto* call = std::get_if<typed::BuiltinCall>(&node->kind)) {
    typed::BuiltinCall converted{call->function, {}};
    for (const NodePtr& argument : call->arguments) {
      converted.arguments.push_back(convert(context, argument, type));
    }
    return make(type, node->span, std::move(converted));
  }
  context.error("list-of-integers", node->span,
                fmt::format("{} is a list of integers, and numbers are meant here",
                            context.quote(node->span)),
                "write its values with a fraction: `1.0`");
  return error_node(node->span);
}

}  // namespace

std::string describe(const Context& context, const Type& type) {
  switch (type.kind) {
    case Kind::kError:
      return "wrong";
    case Kind::kMissing:
      return "`missing`";
    case Kind::kBoolean:
      return "a boolean";
    case Kind::kInteger:
      return "an integer";
    case Kind::kNumber:
      return "a number";
    case Kind::kString:
      return "a string";
    case Kind::kDate:
      return "a date";
    case Kind::kDuration:
      return describe_duration(type);
    case Kind::kPeriod:
      return "a period";
    case Kind::kRow:
      return fmt::format("a row of `{}`", context.table(type.table).name);
    case Kind::kList:
      return type.element == Kind::kMissing
                 ? "an empty list"
                 : "a list of " + plural(context, type.element, type.table);
    case Kind::kCollection:
      return "a collection of " + plural(context, type.element, type.table);
  }
  return "wrong";
}

bool is_numeric(const Type& type) {
  return type.kind == Kind::kInteger || type.kind == Kind::kNumber;
}

bool is_ordered(const Type& type) {
  return is_numeric(type) || type.kind == Kind::kString || type.kind == Kind::kDate ||
         type.kind == Kind::kDuration;
}

bool families_clash(const Type& left, const Type& right) {
  return left.kind == Kind::kDuration && right.kind == Kind::kDuration && left.family &&
         right.family && *left.family != *right.family;
}

std::optional<Type> common_type(const Type& left, const Type& right) {
  if (left.kind == Kind::kError || right.kind == Kind::kError) return value::type(Kind::kError);
  if (left.kind == Kind::kMissing) return right;
  if (right.kind == Kind::kMissing) return left;
  if (is_numeric(left) && is_numeric(right)) {
    return left.kind == right.kind ? left : value::type(Kind::kNumber);
  }
  if (left.kind != right.kind) return std::nullopt;
  if (left.kind == Kind::kDuration) {
    return left.family == right.family ? left : value::type(Kind::kDuration);
  }
  if (left.kind == Kind::kList) {
    const std::optional<Type> element = common_type(element_of(left), element_of(right));
    return element ? std::optional<Type>(value::list_type(*element)) : std::nullopt;
  }
  if (left.kind == Kind::kRow && left.table != right.table) return std::nullopt;
  return left;
}

NodePtr convert(const Context& context, const NodePtr& node, const Type& type) {
  if (is_error(node) || type.kind == Kind::kError) return node;
  if (is_missing_literal(node)) {
    return make(type, node->span, typed::Constant{value::Value{value::Missing{}}});
  }
  if (node->type.kind == Kind::kInteger && type.kind == Kind::kNumber) {
    return make(type, node->span, typed::Widen{node});
  }
  if (node->type.kind == Kind::kList && node->type.element != type.element) {
    return convert_list(context, node, type);
  }
  return node;
}

}  // namespace remit::lang::check
