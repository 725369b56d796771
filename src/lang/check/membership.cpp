#include <fmt/format.h>

#include "lang/check/comparison.h"

namespace remit::lang::check {
namespace {

std::string bare(const std::string& quoted) { return quoted.substr(1, quoted.size() - 2); }

// `x in allocations`, `x in w.allocations`: the author looks for a row with some property.
bool is_collection(Context& context, const Expression& list) {
  if (const auto* name = std::get_if<NameUse>(&list.node)) {
    return !context.scope.find(name->name) && context.model().table(name->name).has_value();
  }
  const auto* aggregate = std::get_if<Aggregate>(&list.node);
  return aggregate != nullptr && aggregate->function == AggregateFunction::kRuns;
}

NodePtr collection_error(Context& context, const Expression& whole, const In& node) {
  const std::string source = bare(context.quote(node.list->span));
  context.error("collection", node.list->span,
                fmt::format("`{}` is a collection, and `in` looks in a list", source),
                fmt::format("write `some x in {} where ... satisfies ...`, or make a list: "
                            "`distinct(x.field for x in {} where ...)`",
                            source, source));
  return error_node(whole.span);
}

std::string list_help(const Context& context, const NodePtr& value, const NodePtr& list) {
  if (list->type.kind == Kind::kPeriod && value->type.kind == Kind::kDate) {
    return fmt::format("write `{} covers {}`", bare(context.quote(list->span)),
                       bare(context.quote(value->span)));
  }
  if (list->type.kind == Kind::kPeriod) return "write `p during q`, or `p overlaps q`";
  return fmt::format("put it in brackets: `[{}]`", bare(context.quote(list->span)));
}

Type element_of(const Type& list) { return {list.element, Kind::kError, list.table, std::nullopt}; }

// The value and the list brought to one element type.
bool make_alike(Context& context, text::Span where, NodePtr& value, NodePtr& list) {
  const std::optional<Type> common = value->type.kind == Kind::kList
                                         ? std::nullopt
                                         : common_type(value->type, element_of(list->type));
  if (!common.has_value()) {
    context.error("wrong-type", where,
                  fmt::format("{} is {}, and {} is {}: it cannot be in there",
                              context.quote(value->span), describe(context, value->type),
                              context.quote(list->span), describe(context, list->type)));
    return false;
  }
  value = convert(context, value, *common);
  list = convert(context, list, value::list_type(*common));
  return !is_error(list);
}

}  // namespace

NodePtr check_node(Context& context, const Expression& whole, const In& node) {
  NodePtr value = check_value(context, *node.value, "whether `missing` is in a list is unknown",
                              "write `is missing`");
  if (is_collection(context, *node.list)) return collection_error(context, whole, node);
  NodePtr list = check_expression(context, *node.list);
  if (is_error(value) || is_error(list)) return error_node(whole.span);
  if (list->type.kind != Kind::kList) {
    context.error("wrong-type", list->span,
                  fmt::format("{} is {}, and `in` looks in a list", context.quote(list->span),
                              describe(context, list->type)),
                  list_help(context, value, list));
    return error_node(whole.span);
  }
  if (!make_alike(context, whole.span, value, list)) return error_node(whole.span);
  if (!check_enumerations(context, value, list)) return error_node(whole.span);
  return make(value::type(Kind::kBoolean), whole.span,
              typed::Membership{value, list, node.negated});
}

}  // namespace remit::lang::check
