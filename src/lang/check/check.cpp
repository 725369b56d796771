#include "lang/check/check.h"

#include <fmt/format.h>

#include "lang/check/context.h"

namespace remit::lang {

using check::Context;

namespace {

typed::NodePtr with_a_type(const Context& context, const typed::NodePtr& node) {
  if (!check::is_missing_literal(node)) return node;
  context.error("missing-operand", node->span, "nothing here says of what type `missing` is",
                "write the value that is meant");
  return check::error_node(node->span);
}

// `by` and `else` are for aggregates: a rule's elements have no order and no substitute.
void refuse(const Context& context, const ExpressionPtr& part, std::string_view word,
            const std::string& what) {
  if (part == nullptr) return;
  context.error("unexpected-" + std::string(word), part->span,
                fmt::format("{} takes no `{}`", what, word), fmt::format("leave `{}` out", word));
}

void check_head(Context& context, const Comprehension& written, typed::Comprehension& checked,
                std::optional<value::Kind> head, const std::string& what) {
  if (checked.head == nullptr) {
    context.error("no-head", written.span, fmt::format("{} needs to know of what", what),
                  "write a value and `for` before the bindings: `x.field for x in ...`");
    checked.head = check::error_node(written.span);
  } else if (head.has_value()) {
    checked.head = check::require_type(context, checked.head, value::type(*head), what);
  } else {
    checked.head = with_a_type(context, checked.head);
  }
}

}  // namespace

Checker::Checker(const Environment& environment, text::SourcePtr file,
                 text::Diagnostics& diagnostics)
    : environment_(environment), file_(std::move(file)), diagnostics_(diagnostics) {}

typed::NodePtr Checker::check(const Expression& expression, Scope& scope) {
  Context context{environment_, file_, diagnostics_, scope};
  return with_a_type(context, check::check_expression(context, expression));
}

typed::NodePtr Checker::check_as(const Expression& expression, Scope& scope,
                                 const value::Type& expected, const std::string& what) {
  Context context{environment_, file_, diagnostics_, scope};
  return check::require_type(context, check::check_expression(context, expression), expected, what);
}

typed::Comprehension Checker::check_elements(const Comprehension& comprehension, Scope& scope,
                                             std::optional<value::Kind> head,
                                             const std::string& what) {
  Context context{environment_, file_, diagnostics_, scope};
  typed::Comprehension checked = check::check_comprehension(context, comprehension);
  refuse(context, comprehension.by, "by", what);
  refuse(context, comprehension.otherwise, "else", what);
  check_head(context, comprehension, checked, head, what);
  return checked;
}

bool Checker::refuse_collection(const Expression& expression, Scope& scope,
                                const std::string& what) {
  Context context{environment_, file_, diagnostics_, scope};
  const Expression* source = &expression;
  std::string name = "x";
  if (const auto* in = std::get_if<In>(&source->node)) {
    const auto* bound = std::get_if<NameUse>(&in->value->node);
    if (bound == nullptr || scope.find(bound->name)) return false;
    name = bound->name;
    source = in->list.get();
  }
  text::Diagnostics said;
  Context probe{environment_, file_, said, scope};
  check::check_expression(probe, *source);
  if (said.all().size() != 1 || said.all().front().code != "collection") return false;
  const text::Location where = said.all().front().where;
  const std::string words = context.quote(where.span);
  context.error(
      "no-head", expression.span, fmt::format("{} needs to know what to take of each row", what),
      fmt::format("write `{0}.field for {0} in {1}`", name, words.substr(1, words.size() - 2)));
  return true;
}

std::vector<typed::Binding> Checker::check_subjects(const std::vector<Binding>& bindings,
                                                    Scope& scope) {
  Context context{environment_, file_, diagnostics_, scope};
  std::vector<typed::Binding> checked;
  for (const Binding& binding : bindings) {
    const bool first = checked.empty();
    checked.push_back(check::check_binding(context, binding, !first));
    const typed::Binding& latest = checked.back();
    if (!first || latest.type.kind == value::Kind::kError ||
        std::holds_alternative<typed::TableSource>(latest.source)) {
      continue;
    }
    context.error("no-subjects", binding.source->span,
                  fmt::format("`for` goes through a table first, and {} is none",
                              context.quote(binding.source->span)),
                  "begin with the table whose rows are judged: `for: a in allocations, ...`");
  }
  return checked;
}

}  // namespace remit::lang
