#include <fmt/format.h>

#include "lang/check/context.h"

namespace remit::lang::check {
namespace {

using Function = AggregateFunction;

std::string_view word(Function function) {
  switch (function) {
    case Function::kCount:
      return "count";
    case Function::kSum:
      return "sum";
    case Function::kMin:
      return "min";
    case Function::kMax:
      return "max";
    case Function::kMean:
      return "mean";
    case Function::kFirst:
      return "first";
    case Function::kLast:
      return "last";
    case Function::kDistinct:
      return "distinct";
    case Function::kRuns:
      return "runs";
  }
  return "count";
}

bool picks(Function function) {
  return function == Function::kFirst || function == Function::kLast;
}

// Whether it can do without a head: `count` needs no value, these three give the row itself.
bool can_lack_head(Function function) {
  return function == Function::kCount || picks(function) || function == Function::kDistinct;
}

std::string_view head_words(Function function) {
  switch (function) {
    case Function::kSum:
    case Function::kMean:
      return "integers or numbers";
    case Function::kMin:
    case Function::kMax:
      return "numbers, strings, dates or durations";
    case Function::kDistinct:
      return "single values";
    case Function::kRuns:
      return "periods";
    case Function::kCount:
    case Function::kFirst:
    case Function::kLast:
      break;
  }
  return "values";
}

bool takes_head(Function function, const Type& head) {
  switch (function) {
    case Function::kSum:
    case Function::kMean:
      return is_numeric(head);
    case Function::kMin:
    case Function::kMax:
      return is_ordered(head);
    case Function::kDistinct:
      return head.kind != Kind::kList;
    case Function::kRuns:
      return head.kind == Kind::kPeriod;
    case Function::kCount:
    case Function::kFirst:
    case Function::kLast:
      break;
  }
  return true;
}

Type result_type(Function function, const Type& head) {
  switch (function) {
    case Function::kCount:
      return value::type(Kind::kInteger);
    case Function::kMean:
      return value::type(Kind::kNumber);
    case Function::kDistinct:
      return value::list_type(head);
    case Function::kSum:
    case Function::kMin:
    case Function::kMax:
    case Function::kFirst:
    case Function::kLast:
    case Function::kRuns:
      break;
  }
  return head;
}

// Everything that is asked of the head; gives whether it can be used.
bool check_head(Context& context, Function function, const Comprehension& written,
                typed::Comprehension& checked) {
  const std::string_view name = word(function);
  if (checked.head == nullptr) {
    if (!can_lack_head(function) || checked.bindings.size() != 1) {
      const bool several = checked.bindings.size() > 1;
      context.error("no-head", written.span,
                    several ? fmt::format("`{}` over several bindings needs a head", name)
                            : fmt::format("`{}` needs to know of what", name),
                    fmt::format("write a value and `for` before the bindings: `{}(x.field for {} "
                                "in ...)`",
                                name, checked.bindings.empty() ? "x" : checked.bindings[0].name));
      return false;
    }
    if (function == Function::kCount) return true;
    // The element itself is what is picked or listed.
    const typed::Binding& only = checked.bindings.front();
    checked.head = make(only.type, only.span, typed::SlotUse{only.slot});
    return true;
  }
  if (is_error(checked.head)) return false;
  if (is_missing_literal(checked.head) || !takes_head(function, checked.head->type)) {
    context.error(
        "wrong-type", checked.head->span,
        fmt::format("`{}` takes {}, and {} is {}", name, head_words(function),
                    context.quote(checked.head->span), describe(context, checked.head->type)));
    return false;
  }
  if (function == Function::kMean) {
    checked.head = convert(context, checked.head, value::type(Kind::kNumber));
  }
  return true;
}

bool check_by(Context& context, Function function, const Comprehension& written,
              const typed::Comprehension& checked) {
  const std::string_view name = word(function);
  if (checked.by == nullptr) {
    if (!picks(function)) return true;
    context.error("no-order", written.span, fmt::format("`{}` needs an order", name),
                  fmt::format("say by what: `{}(x in ... by x.started_on)`", name));
    return false;
  }
  if (!picks(function)) {
    context.error("unexpected-by", written.by->span,
                  fmt::format("`{}` has no order, and takes no `by`", name),
                  "`by` belongs to `first` and `last`");
    return false;
  }
  if (is_error(checked.by)) return false;
  if (is_ordered(checked.by->type)) return true;
  context.error("wrong-type", checked.by->span,
                fmt::format("`by` takes what has an order, and {} is {}",
                            context.quote(checked.by->span), describe(context, checked.by->type)),
                "order by a number, a string, a date or a duration");
  return false;
}

// Brings the head and `else` to one type; gives the aggregate's type, or nothing.
std::optional<Type> check_else(Context& context, Function function, const Comprehension& written,
                               typed::Comprehension& checked) {
  const Type head = checked.head == nullptr ? value::type(Kind::kInteger) : checked.head->type;
  const Type result = result_type(function, head);
  if (checked.otherwise == nullptr) return result;
  if (function == Function::kCount || function == Function::kSum || function == Function::kRuns) {
    const bool runs = function == Function::kRuns;
    context.error(
        "unexpected-else", written.otherwise->span,
        runs ? "`runs` of nothing are none, and `else` is never used"
             : fmt::format("`{}` of nothing is 0, and `else` is never used", word(function)),
        "leave `else` out");
    return std::nullopt;
  }
  if (is_error(checked.otherwise)) return std::nullopt;
  const std::optional<Type> common = common_type(result, checked.otherwise->type);
  if (!common.has_value()) {
    context.error(
        "wrong-type", checked.otherwise->span,
        fmt::format("`{}` gives {} here, and `else` gives {}", word(function),
                    describe(context, result), describe(context, checked.otherwise->type)),
        "both have one type");
    return std::nullopt;
  }
  checked.otherwise = convert(context, checked.otherwise, *common);
  if (is_numeric(*common)) checked.head = convert(context, checked.head, *common);
  if (function == Function::kDistinct && common->element != checked.head->type.kind) {
    checked.head = convert(context, checked.head,
                           {common->element, Kind::kError, common->table, std::nullopt});
  }
  return common;
}

bool bindings_are_sound(const typed::Comprehension& checked) {
  for (const typed::Binding& binding : checked.bindings) {
    if (binding.type.kind == Kind::kError) return false;
    if (binding.where != nullptr && is_error(binding.where)) return false;
  }
  return true;
}

// The aggregate's own rules; gives its type, or nothing after a message.
std::optional<Type> check_rules(Context& context, Function function, const Comprehension& written,
                                typed::Comprehension& checked) {
  const bool sound = bindings_are_sound(checked);
  const bool head = check_head(context, function, written, checked);
  const bool by = check_by(context, function, written, checked);
  if (!sound || !head || !by) return std::nullopt;
  return check_else(context, function, written, checked);
}

// Checks one aggregate's comprehension, its names visible inside it only.
std::optional<Type> check_inside(Context& context, Function function, const Comprehension& written,
                                 typed::Comprehension& checked) {
  const std::size_t visible = context.scope.visible();
  checked = check_comprehension(context, written);
  std::optional<Type> type = check_rules(context, function, written, checked);
  context.scope.hide_to(visible);
  return type;
}

}  // namespace

typed::Comprehension check_comprehension(Context& context, const Comprehension& comprehension) {
  typed::Comprehension checked;
  checked.span = comprehension.span;
  // `else` is for when there is no element: it sees none of the names.
  if (comprehension.otherwise != nullptr) {
    checked.otherwise = check_expression(context, *comprehension.otherwise);
  }
  for (const Binding& binding : comprehension.bindings) {
    checked.bindings.push_back(check_binding(context, binding, true));
  }
  if (comprehension.head != nullptr) {
    checked.head = check_expression(context, *comprehension.head);
  }
  if (comprehension.by != nullptr) checked.by = check_expression(context, *comprehension.by);
  return checked;
}

std::shared_ptr<const typed::Comprehension> check_runs(Context& context, const Aggregate& runs) {
  auto checked = std::make_shared<typed::Comprehension>();
  if (!check_inside(context, Function::kRuns, runs.over, *checked)) return nullptr;
  return checked;
}

NodePtr check_node(Context& context, const Expression& whole, const Aggregate& node) {
  auto checked = std::make_shared<typed::Comprehension>();
  const std::optional<Type> type = check_inside(context, node.function, node.over, *checked);
  if (node.function == Function::kRuns) {
    context.error("collection", whole.span,
                  "`runs` is a collection, and a collection stands only after `in`",
                  "go through it: `some r in runs(...) satisfies length(r) > 21`, `count(r in "
                  "runs(...))`");
    return error_node(whole.span);
  }
  if (!type.has_value()) return error_node(whole.span);
  return make(*type, whole.span, typed::Aggregate{node.function, std::move(checked)});
}

NodePtr check_node(Context& context, const Expression& whole, const Quantified& node) {
  const std::size_t visible = context.scope.visible();
  typed::Binding binding = check_binding(context, node.binding, true);
  const NodePtr satisfies = check_boolean(context, *node.satisfies, "what `satisfies` asks");
  context.scope.hide_to(visible);
  const bool sound = binding.type.kind != Kind::kError && !is_error(satisfies) &&
                     (binding.where == nullptr || !is_error(binding.where));
  if (!sound) return error_node(whole.span);
  return make(value::type(Kind::kBoolean), whole.span,
              typed::Quantified{node.quantifier, std::move(binding), satisfies});
}

}  // namespace remit::lang::check
