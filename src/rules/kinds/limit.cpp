#include "rules/kinds/kinds.h"

#include <fmt/format.h>

namespace remit::rules {
namespace {

/// Exactly one of `over` and `on` says about which days the rule is.
void read_days(RuleDraft& draft, Limit& limit) {
  limit.over = draft.optional("over", value::Kind::kPeriod);
  const bool on = draft.rule.on != nullptr;
  if (limit.over && on) {
    draft.error("over-and-on", "on", "`over` and `on` both say which days the rule is about",
                "keep `over` for every day of a period, or `on` for one day");
  } else if (!limit.over && !on) {
    draft.missing_one_of({"over", "on"}, "this rule does not say which days it is about",
                         "give `over` with a period, or `on` with a date (`on: as_of`)");
  }
}

void read_per(RuleDraft& draft, Limit& limit) {
  const yaml::Node* per = draft.keys().optional("per");
  if (!per) return;
  if (per->scalar == "calendar month") {
    limit.per = Limit::Per::kCalendarMonth;
  } else if (per->scalar == "calendar year") {
    limit.per = Limit::Per::kCalendarYear;
  } else if (limit.per = Limit::Per::kDuration;
             per->scalar == "month" || per->scalar == "year" || per->scalar == "week") {
    draft.diagnostics().error("bad-duration", per->where,
                              fmt::format("`{}` alone is no stretch of time", per->scalar),
                              "write `calendar month` or `calendar year`, or a duration that is "
                              "measured from the start of `over`: `1 month`");
  } else {
    limit.per_duration = draft.optional("per", value::Kind::kDuration);
    draft.at_least(limit.per_duration, "per", 1);
  }
  if (!limit.over && draft.rule.on) {
    draft.error("per-without-over", "per", "`per` divides a period, and this rule is about one day",
                "give `over` in place of `on`, or leave `per` out");
  }
}

void check_bounds(RuleDraft& draft, const Limit& limit) {
  if (!limit.at_most && !limit.at_least) {
    draft.missing_one_of({"at_most", "at_least"}, "this rule has no bound",
                         "give `at_most`, `at_least` or both");
  }
  const value::Value most = constant_value(limit.at_most);
  const value::Value least = constant_value(limit.at_least);
  const auto as_number = [](const value::Value& value) -> std::optional<double> {
    if (const auto* integer = std::get_if<std::int64_t>(&value.data)) {
      return static_cast<double>(*integer);
    }
    const auto* number = std::get_if<double>(&value.data);
    return number ? std::optional(*number) : std::nullopt;
  };
  const auto upper = as_number(most);
  const auto lower = as_number(least);
  if (upper && lower && *upper < *lower) {
    draft.error("bounds-order", "at_least",
                fmt::format("at least {} and at most {} cannot both hold", value::to_string(*lower),
                            value::to_string(*upper)),
                "exchange them, or correct one");
  }
}

}  // namespace

void read_limit(RuleDraft& draft, std::vector<Rule>& rules) {
  Limit limit;
  read_days(draft, limit);
  read_per(draft, limit);
  ElementsWanted wanted;
  wanted.head = limit.per == Limit::Per::kDay ? value::Kind::kPeriod : value::Kind::kDate;
  wanted.weight = draft.keys().optional("weight");
  wanted.unit = draft.keys().optional("unit");
  limit.count = draft.required_elements("count", wanted);
  limit.at_most = draft.optional("at_most", value::Kind::kNumber);
  limit.at_least = draft.optional("at_least", value::Kind::kNumber);
  draft.at_least(limit.at_most, "at_most", 0);
  draft.at_least(limit.at_least, "at_least", 0);
  check_bounds(draft, limit);
  // Stays visible for the message, which is read next.
  limit.peak = draft.expressions().bind_word("peak", value::Kind::kNumber, draft.id_where);
  rules.front().kind = std::move(limit);
}

}  // namespace remit::rules
