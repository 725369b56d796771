#include <algorithm>

#include <fmt/format.h>

#include "account/telling.h"

namespace remit::account {
namespace {

using rules::Verdict;
using value::Period;

std::string broken_said(const rules::Outcome& outcome, value::Date as_of) {
  if (!outcome.period) return "Broken.";
  const Period& period = *outcome.period;
  if (value::length(period, as_of) == 1) return fmt::format("Broken on {}.", said(period));
  const bool lasts = value::is_open(period) || period.to.days == as_of.days + 1;
  if (lasts) {
    return fmt::format("Broken since {}, and still at the end of {} ({}).", said(period.from),
                       said(as_of), length_said(period, as_of));
  }
  return fmt::format("Broken from {} ({}).", said(period), length_said(period, as_of));
}

std::string unknown_said(const rules::Outcome& outcome) {
  const std::string about = outcome.period ? " about " + said(*outcome.period) : "";
  if (outcome.needs.empty()) return fmt::format("Cannot be decided{}.", about);
  return fmt::format("Cannot be decided{}: data is missing or bad.", about);
}

std::string due_said(const rules::Outcome& outcome, value::Date as_of) {
  if (!outcome.due) return "Not broken yet.";
  const std::int64_t left = std::int64_t{outcome.due->days} - as_of.days;
  return fmt::format("Not broken yet: it must be done by {} ({}).", said(*outcome.due),
                     left == 0 ? "that day" : counted(left, "day") + " left");
}

std::string text_of(const rules::Outcome& outcome, value::Date as_of) {
  switch (outcome.verdict) {
    case Verdict::kViolation:
      return broken_said(outcome, as_of);
    case Verdict::kUnknown:
      return unknown_said(outcome);
    case Verdict::kDue:
      return due_said(outcome, as_of);
    case Verdict::kWaived:
      return "Broken, and waived.";
    case Verdict::kPass:
      return "The rule applies, and is kept.";
    case Verdict::kNotApplicable:
      return "The rule does not apply.";
  }
  return {};
}

}  // namespace

void tell_verdicts(const Telling& telling) {
  telling.out.verdict = telling.account.verdict;
  for (const rules::Outcome& outcome : telling.account.outcomes) {
    telling.out.verdicts.push_back({outcome, text_of(outcome, telling.as_of)});
  }
}

}  // namespace remit::account
