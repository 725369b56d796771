#include <algorithm>

#include <fmt/format.h>

#include "account/telling.h"

namespace remit::account {
namespace {

using Entry = findings::TimelineEntry::Kind;
using engine::DeadlineFacts;
using findings::Said;
using value::Date;

const rules::Deadline& kind_of(const Telling& telling) {
  return std::get<rules::Deadline>(telling.rule.kind);
}

void reckon_due(const DeadlineFacts& facts, const Telling& telling) {
  if (!facts.trigger) return;
  if (facts.sum) {
    const auto sum = sum_of(facts.sum->from, facts.sum->by, facts.sum->result, telling.calendar());
    telling.reckon(fmt::format("started {}; {}{}", said(facts.sum->from), said(sum),
                               facts.due ? "; so due " + said(*facts.due) : ""),
                   {sum});
  } else if (facts.due) {
    telling.reckon(fmt::format("started {}; due {}, a date that the rule names (`{}`)",
                               said(*facts.trigger), said(*facts.due),
                               source_of(telling.rule, kind_of(telling).within)));
  }
  if (facts.starts && facts.starts != facts.trigger) {
    telling.reckon(fmt::format("responses count from {}", said(*facts.starts)));
  }
}

/// The one of a reading that the due date is held against.
std::optional<std::size_t> counted_one(const DeadlineFacts& facts,
                                       const std::vector<DeadlineFacts::Response>& reading) {
  const std::int64_t times = facts.times.value_or(1);
  if (times < 1 || static_cast<std::size_t>(times) > reading.size()) return std::nullopt;
  return reading[static_cast<std::size_t>(times) - 1].item;
}

std::string lateness(Date date, Date due) {
  if (date <= due) {
    return date == due ? "on the due date"
                       : "in time, with " + counted(due.days - date.days, "day") + " left";
  }
  return counted(date.days - due.days, "day") + " late";
}

std::string item_said(std::size_t index, const DeadlineFacts& facts, const Telling& telling) {
  const engine::Item& item = facts.responses.counted[index];
  std::string text = name_of(item, kind_of(telling).response, telling);
  if (!item.period) return text + ": its date is not known";
  const Date date = item.period->from;
  text += ": " + said(date);
  if (!item.sure) text += "; whether it counts cannot be told";
  if (facts.starts && date < *facts.starts) return text + "; too early to count";
  if (facts.due) text += "; " + lateness(date, *facts.due);
  if (item.sure && counted_one(facts, facts.strict) == index) text += ": this is the one";
  return text;
}

void tell_items(const DeadlineFacts& facts, const Telling& telling, Said& step) {
  Said list{facts.responses.counted.empty() ? "nothing answers it" : "what could answer it:", {}};
  for (std::size_t i = 0; i < facts.responses.counted.size(); ++i) {
    const engine::Item& item = facts.responses.counted[i];
    list.below.push_back({item_said(i, facts, telling), {}});
    if (!item.period) continue;
    const bool early = facts.starts && item.period->from < *facts.starts;
    telling.enter(item.sure ? Entry::kEvent : Entry::kDoubt, item.period->from,
                  name_of(item, kind_of(telling).response, telling) + (early ? ", too early" : ""),
                  early);
  }
  step.below.push_back(std::move(list));
  tell_left_out(facts.responses, kind_of(telling).response, telling, step.below);
}

std::string needed(const DeadlineFacts& facts) {
  const std::int64_t times = facts.times.value_or(1);
  return times == 1 ? "an answer" : counted(times, "answer");
}

std::string test_said(const DeadlineFacts& facts, const Telling& telling) {
  if (!facts.due || !facts.starts) return "By when it must be answered cannot be told.";
  if (facts.responses.lost) return "What answers it cannot be told.";
  if (facts.released) {
    return fmt::format("It ended on {} (`{}`), before {} was due, and none is asked any more.",
                       said(*facts.until), source_of(telling.rule, kind_of(telling).until),
                       needed(facts));
  }
  const auto& readings = telling.account.readings;
  const bool differ = readings && readings->hopeful.violations != readings->strict.violations;
  if (differ && facts.until_in_doubt) {
    return fmt::format("Whether it ended (`{}`) before {} was due cannot be told.",
                       source_of(telling.rule, kind_of(telling).until), needed(facts));
  }
  const auto hopeful = counted_one(facts, facts.hopeful);
  const auto strict = counted_one(facts, facts.strict);
  if (facts.times && *facts.times < 1) return "No answer is asked for.";
  if (strict) {
    const Date date = facts.responses.counted[*strict].period->from;
    return fmt::format("It was answered on {}: {}.", said(date), lateness(date, *facts.due));
  }
  if (differ && !readings->hopeful.violations.empty()) {
    return "It was not answered in time; how late it was depends on what is in doubt.";
  }
  if (differ || hopeful) return "Whether it was answered in time depends on what is in doubt.";
  const char* was = telling.as_of <= *facts.due ? "is" : "was";
  const std::string lacking =
      facts.times.value_or(1) == 1 ? "There is no answer" : "There are fewer than " + needed(facts);
  return fmt::format("{} by the end of {}, and it {} due on {}.", lacking, said(telling.as_of), was,
                     said(*facts.due));
}

}  // namespace

void tell(const DeadlineFacts& facts, const Telling& telling) {
  reckon_due(facts, telling);
  if (facts.trigger) telling.enter(Entry::kStart, *facts.trigger, "the clock starts");
  if (facts.due) telling.enter(Entry::kDue, *facts.due, "due");
  for (const rules::Outcome& outcome : telling.account.outcomes) {
    if (outcome.verdict != rules::Verdict::kViolation || !outcome.period) continue;
    telling.enter(Entry::kBreach, *outcome.period, "LATE");
  }
  if (facts.until) {
    telling.enter(Entry::kEnd, *facts.until, "the duty ends");
  }
  Said step{test_said(facts, telling), {}};
  tell_items(facts, telling, step);
  telling.step("The test", "", true).said = std::move(step);
}

}  // namespace remit::account
