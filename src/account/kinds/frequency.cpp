#include <algorithm>

#include <fmt/format.h>

#include "account/telling.h"

namespace remit::account {
namespace {

using Entry = findings::TimelineEntry::Kind;
using engine::FrequencyFacts;
using engine::WaitStep;
using findings::DateSum;
using findings::Said;
using value::Date;
using value::Period;

const rules::Frequency& kind_of(const Telling& telling) {
  return std::get<rules::Frequency>(telling.rule.kind);
}

/// ` (its second phase, up to 1 June 2026)`.
std::string phase_said(const WaitStep& wait, const Telling& telling) {
  const std::size_t phases = kind_of(telling).phases.size();
  if (phases < 2 || !wait.phase || wait.first_within) return {};
  std::string text = fmt::format(" (phase {} of {}", *wait.phase + 1, phases);
  if (wait.phase_until) text += ", up to " + said(*wait.phase_until);
  return text + ")";
}

/// The interval, of which a rule may make a function of the start.
std::string interval_said(const WaitStep& wait, const Telling& telling) {
  if (!wait.interval || !wait.phase) return {};
  const auto& kind = kind_of(telling);
  const auto& node = wait.first_within ? kind.first_within : kind.phases[*wait.phase].every;
  const std::string source = source_of(telling.rule, node);
  if (source == value::to_string(*wait.interval)) return {};
  return fmt::format(" (`{}`)", source);
}

std::int64_t paused_days(const WaitStep& wait, const Telling& telling) {
  const bool working = wait.interval->family == value::DurationFamily::kWorkingDays;
  std::int64_t days = 0;
  for (const Period& part : wait.paused) {
    if (!working) {
      days += part.to.days - part.from.days;
    } else if (telling.calendar()) {
      days += telling.calendar()
                  ->working_days_between({part.from.days - 1}, {part.to.days - 1})
                  .value_or(0);
    }
  }
  return days;
}

std::string paused_said(const WaitStep& wait, const Telling& telling) {
  if (wait.paused.empty()) return {};
  std::vector<std::string> parts;
  for (const Period& part : wait.paused) parts.push_back(said(part));
  const bool working = wait.interval->family == value::DurationFamily::kWorkingDays;
  return fmt::format("; moved out by {} in pauses ({})",
                     counted(paused_days(wait, telling), working ? "working day" : "day"),
                     fmt::join(parts, ", "));
}

/// start + interval + tolerance + pauses = due.
std::string due_said(const WaitStep& wait, const WaitStep* previous, const Telling& telling,
                     std::vector<DateSum>& sums) {
  if (wait.end == WaitStep::End::kUnknown && !wait.due) {
    return "; how long it may last cannot be told";
  }
  if (!wait.interval) return "; when it is due cannot be told";
  sums.push_back(sum_of(wait.start, *wait.interval, wait.after_interval, telling.calendar()));
  std::string text = "; " + said(sums.back());
  const bool said_before = previous && previous->interval == wait.interval &&
                           previous->first_within == wait.first_within;
  if (!said_before) text += interval_said(wait, telling);
  if (wait.after_interval && wait.tolerance && wait.tolerance->count != 0) {
    sums.push_back(
        sum_of(*wait.after_interval, *wait.tolerance, wait.unpaused, telling.calendar()));
    text += "; tolerance " + said(sums.back());
  }
  if (wait.suspended) return text + "; suspended by a pause without end, so nothing is due";
  if (!wait.due) return text;
  return text + paused_said(wait, telling) + "; so due " + said(*wait.due);
}

std::string end_said(const WaitStep& wait, const FrequencyFacts& facts, const Telling& telling) {
  const Date last{facts.to.days - 1};
  switch (wait.end) {
    case WaitStep::End::kUnknown:
      return {};
    case WaitStep::End::kPause:
      return fmt::format("; the clock stopped on {}{}", said(*wait.ended),
                         wait.late ? ", LATE" : "");
    case WaitStep::End::kEvent:
      if (wait.late) {
        return fmt::format("; next on {}, LATE by {}", said(*wait.ended),
                           counted(wait.ended->days - wait.due->days, "day"));
      }
      return fmt::format("; next on {}, in time", said(*wait.ended));
    case WaitStep::End::kLast:
      if (wait.late) {
        return fmt::format("; none since, up to {}: LATE by {}", said(last),
                           counted(last.days - wait.due->days, "day"));
      }
      if (wait.is_due) return "; still to come";
      if (facts.over_end <= telling.as_of) {
        return fmt::format("; it ended on {}, before that", said(last));
      }
      return wait.due ? "; not asked any more by then" : "";
  }
  return {};
}

std::string start_said(const WaitStep& wait, const FrequencyFacts& facts) {
  return wait.start == facts.from ? "started " + said(wait.start) : "from " + said(wait.start);
}

void reckon_wait(const WaitStep& wait, const WaitStep* previous, const FrequencyFacts& facts,
                 const Telling& telling, const std::string& before) {
  std::vector<DateSum> sums;
  const std::string due = due_said(wait, previous, telling, sums);
  const bool calm = wait.end == WaitStep::End::kEvent && !wait.late;
  telling.reckon(before + start_said(wait, facts) + phase_said(wait, telling) + due +
                     end_said(wait, facts, telling),
                 std::move(sums), calm);
}

/// The part of a late wait that is judged.
void enter_wait(const WaitStep& wait, const FrequencyFacts& facts, const Telling& telling) {
  if (wait.is_due) telling.enter(Entry::kDue, *wait.due, "due");
  if (!wait.late) return;
  const Date from = std::max(wait.late->from, facts.force.from);
  const Date to = std::min(wait.late->to, facts.force.to);
  if (to <= from) return;
  telling.enter(Entry::kDue, *wait.due, "was due");
  telling.enter(Entry::kBreach, value::make_period(from, to), "LATE");
}

void enter_items(const FrequencyFacts& facts, const Telling& telling) {
  for (const engine::Item& item : facts.events.counted) {
    if (!item.period) continue;
    const Date date = item.period->from;
    if (date < facts.from || facts.to <= date) continue;
    const std::string name = name_of(item, kind_of(telling).event, telling);
    telling.enter(item.sure ? Entry::kEvent : Entry::kDoubt, date,
                  name + (item.sure ? "" : ", in doubt"), item.sure);
  }
  for (const engine::Item& item : facts.pauses.counted) {
    if (!item.period) continue;
    telling.enter(item.sure ? Entry::kPause : Entry::kDoubt, *item.period,
                  "pause: " + name_of(item, kind_of(telling).pause, telling));
  }
}

std::string item_said(const engine::Item& item, const std::vector<rules::Elements>& sources,
                      const Telling& telling) {
  std::string text = name_of(item, sources, telling);
  text += item.period ? ": " + said(*item.period) : ": its date is not known";
  if (!item.sure) text += "; whether it counts cannot be told";
  return text;
}

/// What is in doubt; what counts for certain stands in the reckoning.
void tell_doubtful(const engine::Items& items, const std::vector<rules::Elements>& sources,
                   const Telling& telling, Said& step) {
  Said list{"in doubt:", {}};
  for (const engine::Item& item : items.counted) {
    if (item.doubtful()) list.below.push_back({item_said(item, sources, telling), {}});
  }
  if (!list.below.empty()) step.below.push_back(std::move(list));
  tell_left_out(items, sources, telling, step.below);
}

const WaitStep* due_wait(const std::vector<WaitStep>& waits) {
  const auto found =
      std::find_if(waits.begin(), waits.end(), [](const WaitStep& wait) { return wait.is_due; });
  return found == waits.end() ? nullptr : &*found;
}

std::string test_said(const FrequencyFacts& facts, const Telling& telling) {
  const auto& readings = telling.account.readings;
  if (facts.events.lost) return "What happened cannot be told.";
  if (facts.pauses.lost) return "What it was paused by cannot be told.";
  if (!readings) return "When it is due cannot be told.";
  const std::size_t late = readings->hopeful.violations.size();
  const std::size_t waits = facts.strict.waits.size();
  std::string text = late == 0 ? fmt::format("Nothing was late in {}.",
                                             counted(static_cast<std::int64_t>(waits), "wait"))
                               : fmt::format("{} of {} {} too long.", late,
                                             counted(static_cast<std::int64_t>(waits), "wait"),
                                             late == 1 ? "was" : "were");
  if (readings->hopeful.violations != readings->strict.violations) {
    text = late == 0 ? "Whether it was late depends on what is in doubt."
                     : text + " Whether it was late at other times depends on what is in doubt.";
  } else if (const WaitStep* next = due_wait(facts.strict.waits)) {
    text += fmt::format(" The next is due by {}.", said(*next->due));
  }
  return text;
}

bool same_waits(const std::vector<WaitStep>& left, const std::vector<WaitStep>& right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](const WaitStep& a, const WaitStep& b) {
                      return a.start == b.start && a.due == b.due && a.ended == b.ended;
                    });
}

}  // namespace

void tell(const FrequencyFacts& facts, const Telling& telling) {
  Said step{test_said(facts, telling), {}};
  tell_doubtful(facts.events, kind_of(telling).event, telling, step);
  tell_doubtful(facts.pauses, kind_of(telling).pause, telling, step);
  telling.step("The test", "", true).said = std::move(step);
  telling.enter(Entry::kStart, facts.from, "the clock starts");
  if (facts.over_end <= telling.as_of) telling.enter(Entry::kEnd, facts.over_end, "it has ended");
  enter_items(facts, telling);
  const bool two =
      !facts.hopeful.all_answered && !same_waits(facts.hopeful.waits, facts.strict.waits);
  const auto& certain = two ? facts.hopeful.waits : facts.strict.waits;
  const bool doubted = two || facts.hopeful.all_answered;
  const WaitStep* previous = nullptr;
  for (const WaitStep& wait : certain) {
    reckon_wait(wait, previous, facts, telling,
                two ? "with what is in doubt: " : (doubted ? "without what is in doubt: " : ""));
    if (!facts.hopeful.all_answered) enter_wait(wait, facts, telling);
    previous = &wait;
  }
  if (!two) return;
  for (const WaitStep& wait : facts.strict.waits) {
    reckon_wait(wait, previous, facts, telling, "without what is in doubt: ");
  }
}

}  // namespace remit::account
