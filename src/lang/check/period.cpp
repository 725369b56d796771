#include <fmt/format.h>

#include "lang/check/context.h"

namespace remit::lang::check {
namespace {

using typed::PeriodRelation;

std::string_view word(BinaryOperator op) {
  switch (op) {
    case BinaryOperator::kCovers:
      return "covers";
    case BinaryOperator::kDuring:
      return "during";
    case BinaryOperator::kBefore:
      return "before";
    case BinaryOperator::kAfter:
      return "after";
    default:
      return "overlaps";
  }
}

PeriodRelation relation(BinaryOperator op, Kind right) {
  switch (op) {
    case BinaryOperator::kCovers:
      return right == Kind::kDate ? PeriodRelation::kCoversDay : PeriodRelation::kCoversPeriod;
    case BinaryOperator::kDuring:
      return PeriodRelation::kDuring;
    case BinaryOperator::kBefore:
      return PeriodRelation::kBefore;
    case BinaryOperator::kAfter:
      return PeriodRelation::kAfter;
    default:
      return PeriodRelation::kOverlaps;
  }
}

std::string help_for(const Context& context, BinaryOperator op, const NodePtr& left,
                     const NodePtr& right) {
  const bool date = left->type.kind == Kind::kDate;
  if (date && right->type.kind == Kind::kDate) {
    if (op == BinaryOperator::kBefore) return "dates are compared with `<`";
    if (op == BinaryOperator::kAfter) return "dates are compared with `>`";
  }
  if (date && right->type.kind == Kind::kPeriod && op == BinaryOperator::kDuring) {
    const std::string period = context.quote(right->span);
    const std::string day = context.quote(left->span);
    return fmt::format("write `{} covers {}`", period.substr(1, period.size() - 2),
                       day.substr(1, day.size() - 2));
  }
  if (left->type.kind == Kind::kRow || right->type.kind == Kind::kRow) {
    const NodePtr& row = left->type.kind == Kind::kRow ? left : right;
    const model::Table& table = context.table(row->type.table);
    const std::string quoted = context.quote(row->span);
    if (!table.periods.empty()) {
      return fmt::format("a row is not its period: write `{}.{}`",
                         quoted.substr(1, quoted.size() - 2), table.periods.front().name);
    }
  }
  return "`period(a, b)` makes a period of two dates, `p.from` and `p.to` are its bounds";
}

}  // namespace

NodePtr check_period_relation(Context& context, const Expression& whole, const Binary& node) {
  constexpr std::string_view kConsequence = "a test with `missing` is always unknown";
  const NodePtr left = check_value(context, *node.left, kConsequence, "write `is missing`");
  const NodePtr right = check_value(context, *node.right, kConsequence, "write `is missing`");
  if (is_error(left) || is_error(right)) return error_node(whole.span);
  const bool day = node.op == BinaryOperator::kCovers && right->type.kind == Kind::kDate;
  if (left->type.kind == Kind::kPeriod && (day || right->type.kind == Kind::kPeriod)) {
    return make(value::type(Kind::kBoolean), whole.span,
                typed::PeriodTest{relation(node.op, right->type.kind), left, right});
  }
  const NodePtr& wrong = left->type.kind == Kind::kPeriod ? right : left;
  const bool date_too = node.op == BinaryOperator::kCovers && wrong == right;
  context.error("wrong-type", wrong->span,
                fmt::format("`{}` takes a period{} here, and {} is {}", word(node.op),
                            date_too ? " or a date" : "", context.quote(wrong->span),
                            describe(context, wrong->type)),
                help_for(context, node.op, left, right));
  return error_node(whole.span);
}

}  // namespace remit::lang::check
