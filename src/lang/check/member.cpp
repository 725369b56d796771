#include <fmt/format.h>

#include "lang/check/context.h"
#include "text/nearest.h"

namespace remit::lang::check {
namespace {

NodePtr unknown_member(Context& context, const Member& node, const model::Table& table) {
  context.error("unknown-field", node.member.span,
                fmt::format("`{}` has no `{}`", table.name, node.member.text),
                text::did_you_mean(node.member.text, table.member_names()));
  return error_node(node.member.span);
}

NodePtr collection_here(Context& context, const Expression& whole, const Member& node) {
  const std::string words = context.quote(whole.span);
  context.error(
      "collection", whole.span,
      fmt::format("{} is a collection, and a collection stands only after `in`", words),
      fmt::format("go through it: `some x in {} satisfies ...`, `count(x in {} where ...)`",
                  words.substr(1, words.size() - 2), words.substr(1, words.size() - 2)));
  return error_node(node.member.span);
}

NodePtr member_of_row(Context& context, const Expression& whole, const Member& node,
                      const NodePtr& row) {
  const int index = row->type.table;
  const model::Table& table = context.table(index);
  const std::string& name = node.member.text;
  if (const auto field = table.field(name)) {
    const Kind kind = table.fields[static_cast<std::size_t>(*field)].kind;
    return make(value::type(kind), whole.span, typed::FieldOf{row, index, *field});
  }
  if (const auto period = table.period(name)) {
    return make(value::type(Kind::kPeriod), whole.span, typed::PeriodOf{row, index, *period});
  }
  if (const auto relation = table.relation(name)) {
    const int target = table.relations[static_cast<std::size_t>(*relation)].target;
    return make(value::row_type(target), whole.span, typed::Follow{row, index, *relation});
  }
  if (table.inverse(name)) return collection_here(context, whole, node);
  return unknown_member(context, node, table);
}

NodePtr member_of_period(Context& context, const Expression& whole, const Member& node,
                         const NodePtr& period) {
  const Type date = value::type(Kind::kDate);
  if (node.member.text == "from") {
    return make(date, whole.span, typed::BoundOf{period, typed::Bound::kFrom});
  }
  if (node.member.text == "to") {
    return make(date, whole.span, typed::BoundOf{period, typed::Bound::kTo});
  }
  context.error("unknown-field", node.member.span,
                fmt::format("a period has no `{}`", node.member.text),
                "it has `from` and `to`; `length(p)` is its days");
  return error_node(whole.span);
}

std::string unquoted(const std::string& words) { return words.substr(1, words.size() - 2); }

bool is_part_of_date(const NodePtr& object, std::string_view part) {
  return object->type.kind == Kind::kDate &&
         (part == "year" || part == "month" || part == "day" || part == "weekday");
}

// `allocations.role`: the table is meant as one row of it.
bool is_member_of_table(const Context& context, const Member& node) {
  const auto* name = std::get_if<NameUse>(&node.object->node);
  return name != nullptr && !context.scope.find(name->name) &&
         context.model().table(name->name).has_value();
}

NodePtr member_of_table(Context& context, const Expression& whole, const Member& node) {
  const std::string words = context.quote(node.object->span);
  const auto bound = bound_row_of(context, words.substr(1, words.size() - 2));
  context.error(
      "collection", node.object->span, fmt::format("{} is a table, not a row of it", words),
      bound ? fmt::format("the row is called `{0}` here: `{0}.{1}`", *bound, node.member.text)
            : fmt::format("bind a row first (`some x in {} where ... satisfies x.{} ...`)",
                          words.substr(1, words.size() - 2), node.member.text));
  return error_node(whole.span);
}

}  // namespace

NodePtr check_object(Context& context, const Expression& whole, const Member& node) {
  if (is_member_of_table(context, node)) return member_of_table(context, whole, node);
  return check_expression(context, *node.object);
}

NodePtr check_member_of(Context& context, const Expression& whole, const Member& node,
                        const NodePtr& object) {
  switch (object->type.kind) {
    case Kind::kError:
      return error_node(whole.span);
    case Kind::kRow:
      return member_of_row(context, whole, node, object);
    case Kind::kPeriod:
      return member_of_period(context, whole, node, object);
    default:
      break;
  }
  context.error("not-a-row", node.object->span,
                fmt::format("{} is {}, and has no `{}`", context.quote(node.object->span),
                            describe(context, object->type), node.member.text),
                is_part_of_date(object, node.member.text)
                    ? fmt::format("write `{}({})`", node.member.text,
                                  unquoted(context.quote(node.object->span)))
                    : "only rows and periods have parts that are reached with a dot");
  return error_node(whole.span);
}

NodePtr check_node(Context& context, const Expression& whole, const Member& node) {
  return check_member_of(context, whole, node, check_object(context, whole, node));
}

}  // namespace remit::lang::check
