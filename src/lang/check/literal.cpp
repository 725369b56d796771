#include <fmt/format.h>

#include "lang/check/context.h"

namespace remit::lang::check {
namespace {

// The type of a value that can be written as a literal.
struct TypeOf {
  Type operator()(const value::Missing&) const { return value::type(Kind::kMissing); }
  Type operator()(bool) const { return value::type(Kind::kBoolean); }
  Type operator()(std::int64_t) const { return value::type(Kind::kInteger); }
  Type operator()(double) const { return value::type(Kind::kNumber); }
  Type operator()(const std::string&) const { return value::type(Kind::kString); }
  Type operator()(const value::Date&) const { return value::type(Kind::kDate); }
  Type operator()(const value::Duration& duration) const {
    return {Kind::kDuration, Kind::kError, -1, duration.family};
  }
  Type operator()(const value::Period&) const { return value::type(Kind::kPeriod); }
  Type operator()(const value::Row& row) const { return value::row_type(row.table); }
  Type operator()(const std::shared_ptr<const value::List>&) const {
    return value::type(Kind::kError);
  }
};

bool counts_working_days(const Type& type) {
  return type.kind == Kind::kDuration && type.family == value::DurationFamily::kWorkingDays;
}

// The items' common type, or nothing after a message.
std::optional<Type> element_type(const Context& context, const std::vector<NodePtr>& items) {
  Type element = value::type(Kind::kMissing);
  for (const NodePtr& item : items) {
    if (item->type.kind == Kind::kList) {
      context.error("nested-list", item->span, "a list holds single values, not lists");
      return std::nullopt;
    }
    const std::optional<Type> common = common_type(element, item->type);
    if (!common.has_value()) {
      context.error("mixed-list", item->span,
                    fmt::format("{} is {}, and the items before it are of another type: {}",
                                context.quote(item->span), describe(context, item->type),
                                describe(context, value::list_type(element))),
                    "the items of a list have one type");
      return std::nullopt;
    }
    element = *common;
  }
  return element;
}

}  // namespace

bool has_calendar(Context& context, text::Span span) {
  if (context.environment.calendar != nullptr) return true;
  context.error("no-calendar", span,
                fmt::format("{} counts working days, and no calendar says which days those are",
                            context.quote(span)),
                "name one at the top of the rule set: `calendar: england-and-wales`");
  return false;
}

NodePtr check_node(Context& context, const Expression& whole, const Literal& node) {
  const Type type = std::visit(TypeOf{}, node.value.data);
  if (counts_working_days(type) && !has_calendar(context, whole.span)) {
    return error_node(whole.span);
  }
  return make(type, whole.span, typed::Constant{node.value});
}

NodePtr check_node(Context&, const Expression& whole, const AsOf&) {
  return make(value::type(Kind::kDate), whole.span, typed::AsOfDate{});
}

NodePtr check_node(Context& context, const Expression& whole, const ListOf& node) {
  typed::ListOf list;
  bool sound = true;
  for (const ExpressionPtr& item : node.items) {
    list.items.push_back(check_expression(context, *item));
    sound = sound && !is_error(list.items.back());
  }
  if (!sound) return error_node(whole.span);
  const std::optional<Type> element = element_type(context, list.items);
  if (!element.has_value()) return error_node(whole.span);
  if (element->kind != Kind::kMissing) {
    for (NodePtr& item : list.items) item = convert(context, item, *element);
  }
  return make(value::list_type(*element), whole.span, std::move(list));
}

}  // namespace remit::lang::check
