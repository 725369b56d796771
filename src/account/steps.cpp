#include <algorithm>

#include <fmt/format.h>

#include "account/telling.h"

namespace remit::account {
namespace {

using engine::Step;
using value::Date;
using value::Period;

std::string in_force_said(const rules::Effective& effective) {
  if (effective.from && effective.to) {
    return fmt::format("from {} to {}", said(*effective.from), said(*effective.to));
  }
  if (effective.from) return "since " + said(*effective.from);
  return "up to " + said(*effective.to);
}

bool has_dates(const rules::Effective& effective) { return effective.from || effective.to; }

/// The expression that dates the rule, as it stands there.
std::string dated_by(const rules::Rule& rule) {
  const auto own = engine::own_date_of(rule);
  return own ? fmt::format(" (`{}`)", source_of(rule, own)) : "";
}

/// Step 1 of a rule about a date; whether it decided.
bool tell_date(const Telling& telling) {
  const rules::Rule& rule = telling.rule;
  if (!telling.account.has_own_date) {
    telling.step("The day", "The rule is about the as-of date, " + said(telling.as_of) + ".");
    return false;
  }
  if (!telling.account.own_date) {
    telling.step("The day",
                 fmt::format("The day that it is about{} is not known.", dated_by(rule)));
    return false;
  }
  const Date date = *telling.account.own_date;
  const bool later = telling.as_of < date;
  telling.step(
      "The day",
      fmt::format(
          "The rule is about {}{}{}", said(date), dated_by(rule),
          later ? fmt::format(", which is after the as-of date, {}.", said(telling.as_of)) : "."),
      later);
  return later;
}

bool tell_date_in_force(const Telling& telling) {
  const rules::Effective& effective = telling.rule.effective;
  if (!has_dates(effective) || !telling.account.own_date) return false;
  const Date date = *telling.account.own_date;
  const std::string in_force = in_force_said(effective);
  if (effective.from && date < *effective.from) {
    telling.step("In force",
                 fmt::format("The rule is in force {}; {} is before that.", in_force, said(date)),
                 true);
    return true;
  }
  if (effective.to && *effective.to < date) {
    telling.step(
        "In force",
        fmt::format(
            "The rule is in force {}; {} is after that{}.", in_force, said(date),
            effective.then_unknown ? ", and what followed is not written down in the rules" : ""),
        !effective.then_unknown);
    return !effective.then_unknown;
  }
  telling.step("In force", fmt::format("Yes: {}.", in_force));
  return false;
}

/// Step 1 of a rule with `over`.
bool tell_period(const Telling& telling) {
  const rules::Rule& rule = telling.rule;
  const std::string source = source_of(rule, engine::over_of(rule));
  if (!telling.account.period) {
    telling.step("The period",
                 fmt::format("The period that it is about (`{}`) is not known.", source));
    return false;
  }
  const engine::OwnPeriod& own = *telling.account.period;
  const bool empty = own.over.shape == value::PeriodShape::kEmpty;
  const bool later = !empty && telling.as_of < value::first_day(own.over);
  std::string text =
      fmt::format("The rule is about {} (`{}`)", empty ? "no day at all" : said(own.over), source);
  if (later) text += fmt::format(", which begins after the as-of date, {}", said(telling.as_of));
  telling.step("The period", text + ".", empty || later);
  return empty || later;
}

bool tell_period_in_force(const Telling& telling) {
  const rules::Effective& effective = telling.rule.effective;
  if (!has_dates(effective) || !telling.account.period || telling.rule.on) return false;
  const engine::OwnPeriod& own = *telling.account.period;
  std::string text = fmt::format("The rule is in force {}", in_force_said(effective));
  const bool nothing = own.cut.shape == value::PeriodShape::kEmpty || own.to <= own.from;
  if (nothing) {
    text += ": on no day of the period";
  } else if (own.cut == own.over) {
    text += ": on all days of the period";
  } else {
    text += fmt::format(": of the period that leaves {}", said(own.cut));
  }
  if (own.after) {
    text += fmt::format("; what followed is not written down in the rules, so {} cannot be decided",
                        said(*own.after));
  }
  const bool decided = nothing && !own.after;
  telling.step("In force", text + ".", decided);
  return decided;
}

/// The days before the data are complete are put aside.
void tell_completeness(const Telling& telling) {
  const auto& period = telling.account.period;
  const bool never = telling.account.step == Step::kIncomplete;
  if (!never && !(period && period->before)) return;
  const std::string days = period && period->before ? said(*period->before) : "it";
  telling.step("Complete",
               fmt::format("The data that it reads are not complete for {}, which cannot be "
                           "decided.",
                           days),
               never);
}

void tell_judged(const Telling& telling) {
  if (!telling.account.period || telling.account.step != Step::kJudge) return;
  const engine::OwnPeriod& own = *telling.account.period;
  const Period judged = value::make_period(own.from, own.to);
  telling.out.judged = judged;
  const bool cut = own.to < value::end_day(own.cut);
  telling.step("Judged", fmt::format("{}{} ({}).", said(judged),
                                     cut ? ", the as-of date, after which nothing is judged" : "",
                                     length_said(judged, telling.as_of)));
}

/// Step 2.
void tell_condition(const Telling& telling, const engine::Answer& answer,
                    const std::string& title) {
  const bool decided = answer.truth != true;
  const char* text = !answer.truth   ? "Whether the rule applies cannot be told:"
                     : *answer.truth ? "Yes, the condition holds:"
                                     : "No, so the rule does not apply:";
  telling.step(title, text, decided).said.below.push_back(said(answer, telling.rule));
}

bool tell_conditions(const Telling& telling) {
  for (const engine::Answer& selected : telling.account.selected) {
    if (selected.truth == true) continue;
    tell_condition(telling, selected, "Looked at");
    return true;
  }
  if (!telling.account.when) return false;
  tell_condition(telling, *telling.account.when, "Applies");
  return telling.account.when->truth != true;
}

/// The steps before the kind's own test; whether one of them decided.
bool tell_standing(const Telling& telling) {
  const auto& account = telling.account;
  if (account.future_run) {
    telling.step("The period", "The stretch that it is about begins after the as-of date.", true);
    return true;
  }
  if (account.has_over && tell_period(telling)) return true;
  if (account.has_over && tell_period_in_force(telling)) return true;
  const bool dated = !account.has_over || telling.rule.on;
  if (dated && (tell_date(telling) || tell_date_in_force(telling))) return true;
  if (tell_conditions(telling)) return true;
  if (account.step == Step::kSuperseded) {
    telling.step("Decided", "What the rule says after it was in force is not written down.", true);
    return true;
  }
  if (account.step == Step::kUndated) {
    telling.step("Decided", "Without that date nothing more can be asked.", true);
    return true;
  }
  tell_completeness(telling);
  return account.step != Step::kJudge;
}

void tell_afterwards(const Telling& telling) {
  const rules::Rule& rule = telling.rule;
  if (rule.on_unknown != rules::OnUnknown::kUnknown) {
    const char* as = rule.on_unknown == rules::OnUnknown::kPass ? "kept" : "broken";
    telling.step("Doubt", fmt::format("Where it cannot be decided, the rule counts as {}.", as));
  }
  if (rule.breach == rules::Breach::kUnknown) {
    telling.step("Breach", "A breach of this rule is put as a question, not as a fault.");
  }
  for (const engine::CalendarMiss& miss : telling.account.misses) {
    telling.step("Calendar", fmt::format("The calendar `{}` does not reach {}: working days there "
                                         "are not known.",
                                         miss.calendar, said(miss.date)));
  }
}

struct FactsTeller {
  const Telling& telling;
  void operator()(const std::monostate&) const {}
  template <typename T>
  void operator()(const T& facts) const {
    tell(facts, telling);
  }
};

}  // namespace

void tell_steps(const Telling& telling) {
  const bool decided = tell_standing(telling);
  if (!decided) {
    tell_judged(telling);
    std::visit(FactsTeller{telling}, telling.account.facts);
  }
  tell_afterwards(telling);
}

}  // namespace remit::account
