#include <fmt/format.h>

#include "lang/check/context.h"
#include "lang/tie.h"
#include "text/nearest.h"

namespace remit::lang::check {
namespace {

using Source = decltype(typed::Binding::source);

// What a binding goes through, and what its elements are.
struct Elements {
  Source source;
  Type type;
};

std::string inverse_help(const Context& context, const NodePtr& node) {
  const NodePtr* row = nullptr;
  if (node->type.kind == Kind::kRow) row = &node;
  if (const auto* field = std::get_if<typed::FieldOf>(&node->kind)) row = &field->row;
  if (row == nullptr) return {};
  const model::Table& table = context.table((*row)->type.table);
  std::string help;
  for (const model::Inverse& inverse : table.inverses) {
    if (inverse.name.empty()) continue;
    const std::string words = context.quote((*row)->span);
    help += fmt::format("{}`{}.{}`", help.empty() ? "collections here: " : ", ",
                        words.substr(1, words.size() - 2), inverse.name);
  }
  return help;
}

std::string source_help(const Context& context, const NodePtr& node) {
  if (node->type.kind == Kind::kList) {
    return "a list is asked with `x in list`; bindings go through rows";
  }
  if (node->type.kind == Kind::kPeriod) {
    return "`runs(p for ...)` is the collection of the stretches that periods cover";
  }
  const std::string help = inverse_help(context, node);
  return help.empty() ? "name a table, a way back such as `w.allocations`, or `runs(...)`" : help;
}

// Says that what was checked is no collection; silent where that has failed already.
std::optional<Elements> no_collection(Context& context, const NodePtr& node) {
  if (is_error(node)) return std::nullopt;
  context.error("not-a-collection", node->span,
                fmt::format("{} is {}, and a collection stands after `in` here",
                            context.quote(node->span), describe(context, node->type)),
                source_help(context, node));
  return std::nullopt;
}

std::optional<Elements> named_source(Context& context, const Expression& source,
                                     const NameUse& name) {
  const bool bound = context.scope.find(name.name).has_value();
  if (const auto table = context.model().table(name.name); table && !bound) {
    return Elements{typed::TableSource{*table, std::nullopt}, value::row_type(*table)};
  }
  if (bound || meaning_of(context.environment, name.name)) {
    return no_collection(context, check_expression(context, source));
  }
  std::string help;
  if (const auto entity = context.model().entity(name.name)) {
    help = fmt::format("the table is `{}`", context.table(*entity).name);
  } else {
    help = text::did_you_mean(name.name, context.model().table_names());
  }
  context.error("unknown-table", source.span,
                fmt::format("there is no table `{}` in the model", name.name), std::move(help));
  return std::nullopt;
}

// `w.allocations`; anything else that has a dot is no collection.
std::optional<Elements> member_source(Context& context, const Expression& source,
                                      const Member& member) {
  const NodePtr object = check_object(context, source, member);
  if (object->type.kind == Kind::kRow) {
    const int index = object->type.table;
    const model::Table& table = context.table(index);
    if (const auto inverse = table.inverse(member.member.text)) {
      const int elements = table.inverses[static_cast<std::size_t>(*inverse)].source;
      return Elements{typed::InverseSource{object, index, *inverse}, value::row_type(elements)};
    }
  }
  return no_collection(context, check_member_of(context, source, member, object));
}

std::optional<Elements> check_source(Context& context, const Expression& source) {
  if (const auto* name = std::get_if<NameUse>(&source.node)) {
    return named_source(context, source, *name);
  }
  if (const auto* member = std::get_if<Member>(&source.node)) {
    return member_source(context, source, *member);
  }
  if (const auto* both = std::get_if<Binary>(&source.node);
      both != nullptr && both->op == BinaryOperator::kAnd &&
      std::holds_alternative<In>(both->right->node)) {
    context.error("not-a-collection", source.span, "`and` does not join two bindings",
                  "put a comma between them: `a in allocations, w in workers`");
    return std::nullopt;
  }
  const auto* aggregate = std::get_if<Aggregate>(&source.node);
  if (aggregate == nullptr || aggregate->function != AggregateFunction::kRuns) {
    return no_collection(context, check_expression(context, source));
  }
  auto runs = check_runs(context, *aggregate);
  if (runs == nullptr) return std::nullopt;
  return Elements{typed::RunsSource{std::move(runs)}, value::type(Kind::kPeriod)};
}

// Ties a whole table to the subject; gives whether that was possible.
bool check_tie(Context& context, const Binding& binding, typed::Binding& checked) {
  auto* whole = std::get_if<typed::TableSource>(&checked.source);
  if (whole == nullptr) return true;
  // A `where` that did not check could have held the tie.
  if (checked.where != nullptr && is_error(checked.where)) return true;
  whole->tie = find_tie(context.environment, checked.slot, checked.where);
  if (whole->tie.has_value()) return true;
  const std::string& name = binding.name.text;
  context.error("untied-table", binding.source->span,
                fmt::format("`{}` goes through the whole table `{}`, and nothing ties it to the "
                            "subject",
                            name, context.table(whole->table).name),
                fmt::format("add an equality to its `where`, joined by `and`, with `{}` on one "
                            "side only: `where {}.field = ...`",
                            name, name));
  return false;
}

}  // namespace

typed::Binding check_binding(Context& context, const Binding& binding, bool tied) {
  const std::optional<Elements> elements = check_source(context, *binding.source);
  typed::Binding checked;
  checked.name = binding.name.text;
  checked.span = binding.name.span;
  checked.type = elements ? elements->type : value::type(Kind::kError);
  if (elements) checked.source = elements->source;
  const bool is_free = check_free(context, binding.name.text, binding.name.span);
  checked.slot = context.scope.bind(checked.name, checked.type);
  if (binding.where != nullptr) {
    checked.where =
        check_boolean(context, *binding.where, fmt::format("the `where` of `{}`", checked.name));
  }
  const bool is_tied = !tied || !elements || check_tie(context, binding, checked);
  // Inside, the name means what it says; but nothing is to come of it.
  if (!is_free || !is_tied) checked.type = value::type(Kind::kError);
  return checked;
}

}  // namespace remit::lang::check
