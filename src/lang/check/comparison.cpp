#include "lang/check/comparison.h"

#include <fmt/format.h>

namespace remit::lang::check {
namespace {

using typed::ComparisonOperator;

constexpr std::string_view kAlwaysUnknown = "a comparison with `missing` is always unknown";
constexpr std::string_view kAskMissing = "write `is missing` or `is not missing`";

std::string bare(const std::string& quoted) { return quoted.substr(1, quoted.size() - 2); }

bool is_order(ComparisonOperator op) {
  return op != ComparisonOperator::kEqual && op != ComparisonOperator::kNotEqual;
}

// `a.worker = "W1"`: the row's key is meant.
std::string row_help(const Context& context, const NodePtr& row) {
  const model::Table& table = context.table(row->type.table);
  if (table.primary_key.size() != 1) return "compare a field of the row";
  const auto key = static_cast<std::size_t>(table.primary_key.front());
  return fmt::format("compare its key: `{}.{}`", bare(context.quote(row->span)),
                     table.fields[key].name);
}

std::string string_help(Kind other) {
  switch (other) {
    case Kind::kDate:
      return "a date is written without quotes: `2026-01-31`";
    case Kind::kInteger:
    case Kind::kNumber:
      return "a number is written without quotes";
    case Kind::kBoolean:
      return "a boolean is compared with `true` or `false`, or stands alone";
    default:
      return {};
  }
}

// The help that one order of the sides gives; the caller asks for both.
std::string one_way_help(const Context& context, const NodePtr& left, const NodePtr& right) {
  const Kind kind = right->type.kind;
  if (left->type.kind == Kind::kRow && kind != Kind::kRow) return row_help(context, left);
  if (left->type.kind == Kind::kString) {
    return context.quote(left->span) == "`\"\"`" ? "an empty cell is `missing`: write `is missing`"
                                                 : string_help(kind);
  }
  if (is_numeric(left->type) && kind == Kind::kDuration) {
    return "the difference of two dates is a number of days: compare it with a number, or move "
           "one date by the duration: `a + 14 days < b`";
  }
  if (left->type.kind == Kind::kDate && kind == Kind::kPeriod) {
    return "write `p covers d`, or compare with `p.from` or `p.to`";
  }
  if (left->type.kind == Kind::kList) return "write `x in list` to look for a value in a list";
  if (left->type.kind == Kind::kBoolean && is_numeric(right->type)) {
    return "a boolean is compared with `true` or `false`, or stands alone";
  }
  return {};
}

std::string order_help(const Type& type) {
  if (type.kind == Kind::kPeriod) return "periods have `before`, `after`, `overlaps`, `during`";
  if (type.kind == Kind::kRow) return "compare a field of the rows";
  return {};
}

bool check_order(Context& context, text::Span where, const NodePtr& left) {
  if (is_ordered(left->type)) return true;
  context.error("wrong-type", where,
                fmt::format("{} is {}, and has no order", context.quote(left->span),
                            describe(context, left->type)),
                order_help(left->type));
  return false;
}

}  // namespace

std::string comparison_help(const Context& context, const NodePtr& left, const NodePtr& right) {
  std::string help = one_way_help(context, left, right);
  return help.empty() ? one_way_help(context, right, left) : help;
}

bool make_comparable(Context& context, text::Span where, NodePtr& left, NodePtr& right) {
  if (is_error(left) || is_error(right)) return false;
  const std::optional<Type> common = common_type(left->type, right->type);
  if (!common.has_value() || families_clash(left->type, right->type)) {
    context.error(
        "wrong-type", where,
        fmt::format("{} is {}, and {} is {}: they do not compare", context.quote(left->span),
                    describe(context, left->type), context.quote(right->span),
                    describe(context, right->type)),
        common.has_value()
            ? "durations of different families have no fixed relation: move a date by each "
              "and compare the dates"
            : comparison_help(context, left, right));
    return false;
  }
  if (common->kind == Kind::kList) {
    context.error("wrong-type", where, "lists do not compare",
                  "write `x in list` to look for a value in a list");
    return false;
  }
  left = convert(context, left, *common);
  right = convert(context, right, *common);
  return !is_error(left) && !is_error(right);
}

NodePtr check_comparison(Context& context, const Expression& whole, const Binary& node,
                         ComparisonOperator op) {
  NodePtr left = check_value(context, *node.left, kAlwaysUnknown, kAskMissing);
  NodePtr right = check_value(context, *node.right, kAlwaysUnknown, kAskMissing);
  if (!make_comparable(context, whole.span, left, right)) return error_node(whole.span);
  if (is_order(op) && !check_order(context, whole.span, left)) return error_node(whole.span);
  if (!is_order(op) && !check_enumerations(context, left, right)) return error_node(whole.span);
  return make(value::type(Kind::kBoolean), whole.span, typed::Comparison{op, left, right});
}

NodePtr check_node(Context& context, const Expression& whole, const Between& node) {
  NodePtr value = check_value(context, *node.value, kAlwaysUnknown, kAskMissing);
  NodePtr low = check_value(context, *node.low, kAlwaysUnknown, kAskMissing);
  NodePtr high = check_value(context, *node.high, kAlwaysUnknown, kAskMissing);
  // Each bound is compared with the value; a bound that is a number makes all three numbers.
  if (!make_comparable(context, join(value->span, low->span), value, low)) {
    return error_node(whole.span);
  }
  if (!make_comparable(context, whole.span, value, high)) return error_node(whole.span);
  low = convert(context, low, value->type);
  if (!check_order(context, whole.span, value)) return error_node(whole.span);
  return make(value::type(Kind::kBoolean), whole.span, typed::BetweenTest{value, low, high});
}

NodePtr check_node(Context& context, const Expression& whole, const IsDistinct& node) {
  NodePtr left = check_expression(context, *node.left);
  NodePtr right = check_expression(context, *node.right);
  if (is_missing_literal(left) && is_missing_literal(right)) {
    context.error("missing-operand", whole.span, "`missing` is never distinct from `missing`",
                  "write the value that is meant");
    return error_node(whole.span);
  }
  if (!make_comparable(context, whole.span, left, right)) return error_node(whole.span);
  if (!check_enumerations(context, left, right)) return error_node(whole.span);
  return make(value::type(Kind::kBoolean), whole.span,
              typed::DistinctTest{left, right, node.negated});
}

NodePtr check_node(Context& context, const Expression& whole, const IsState& node) {
  NodePtr value = check_value(context, *node.value, "this asks for `missing` itself",
                              "write what may be missing before `is`");
  if (is_error(value)) return value;
  return make(value::type(Kind::kBoolean), whole.span, typed::StateTest{value, node.negated});
}

}  // namespace remit::lang::check
