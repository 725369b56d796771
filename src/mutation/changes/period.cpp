#include <fmt/format.h>

#include "mutation/changes.h"

namespace remit::mutation {
namespace {

namespace typed = lang::typed;
using value::Kind;

/// `if p.to is missing then p else period(p.from, p.to + 1 day)`, or `- 1 day`.
rules::NodePtr with_other_end(const typed::Node& period, typed::ArithmeticOperator op) {
  value::Type days = value::type(Kind::kDuration);
  days.family = value::DurationFamily::kDays;
  const value::Type date = value::type(Kind::kDate);
  const auto itself = same(period);
  const auto from = make_node(period, date, typed::BoundOf{itself, typed::Bound::kFrom});
  const auto to = make_node(period, date, typed::BoundOf{itself, typed::Bound::kTo});
  const auto day = make_node(period, days, typed::Constant{{value::Duration{1}}});
  const auto moved = make_node(period, date, typed::Arithmetic{op, to, day});
  const auto open = make_node(period, value::type(Kind::kBoolean), typed::StateTest{to, false});
  const auto closed = with_kind(period, typed::BuiltinCall{lang::Builtin::kPeriod, {from, moved}});
  return with_kind(period, typed::Conditional{open, itself, closed});
}

}  // namespace

void change_period(const Site& site, Maker& maker) {
  const auto* read = std::get_if<typed::PeriodOf>(&site.node->kind);
  if (read == nullptr) return;
  const Original& original = maker.original();
  const auto& tables = original.environment().model->tables;
  const auto& periods = tables[static_cast<std::size_t>(read->table)].periods;
  const bool inclusive = periods[static_cast<std::size_t>(read->period)].inclusive;
  const std::string name = original.text(*site.node);
  const std::string text =
      fmt::format("(if {0}.to is missing then {0} else period({0}.from, {0}.to {1} 1 day))", name,
                  inclusive ? '-' : '+');
  Change change = maker.edited(site, site.node->span, text, site.node->span, text);
  const char* ending = inclusive ? "without its last day" : "with one day more at its end";
  change.words = fmt::format("`{}` {}", on_one_line(name), ending);
  change.after = fmt::format("{} {}", name, ending);
  change.missing_case = inclusive ? "a case in which the last day of the period matters"
                                  : "a case in which the day after the period matters";
  const auto op =
      inclusive ? typed::ArithmeticOperator::kSubtract : typed::ArithmeticOperator::kAdd;
  maker.replace(site, with_other_end(*site.node, op), std::move(change));
}

}  // namespace remit::mutation
