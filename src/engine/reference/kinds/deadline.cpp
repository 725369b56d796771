#include <algorithm>

#include "engine/reference/dates.h"
#include "engine/reference/doubt.h"
#include "engine/reference/interpreter.h"
#include "engine/reference/kinds/kind.h"

// Decisions where the language page is silent:
// - `counts_from` only widens: where it is later than the trigger, responses count from the
//   trigger. Missing, it is an unknown bound, and so is a missing `times`.
// - `times` under 1 asks for nothing: a pass.
// - An `until` in doubt (see doubt.h) may have come on any day: the hopeful run is released, the
//   strict one is not.
// - What `until` counts are the responses that are without doubt.
namespace remit::engine::reference {
namespace {

struct Bounds {
  Date trigger;
  Date starts;  ///< the first day that counts
  Date due;
  std::int64_t times = 1;
  std::optional<Date> until;
  bool until_in_doubt = false;
};

std::optional<Date> due_date(const Case& subject, const rules::Deadline& rule, Date trigger) {
  const Value within = evaluate(subject.world, *rule.within, subject.frame);
  if (within.is_missing()) return std::nullopt;
  if (const auto* date = std::get_if<Date>(&within.data)) return *date;
  return add(subject.world, trigger, within.as<value::Duration>());
}

std::optional<Bounds> bounds(const Case& subject, const rules::Deadline& rule) {
  // The trigger is the own date, which is known by now, unless `on` is.
  const auto trigger = subject.rule.on ? evaluate_date(subject.world, rule.trigger, subject.frame)
                                       : std::optional{subject.judged.from};
  if (!trigger) return std::nullopt;
  const auto due = due_date(subject, rule, *trigger);
  if (!due) return std::nullopt;
  Bounds result{*trigger, *trigger, *due, 1, {}, false};
  if (rule.counts_from) {
    const auto from = evaluate_date(subject.world, rule.counts_from, subject.frame);
    if (!from) return std::nullopt;
    result.starts = std::min(result.starts, *from);
  }
  if (rule.times) {
    const Value times = evaluate(subject.world, *rule.times, subject.frame);
    if (times.is_missing()) return std::nullopt;
    result.times = times.as<std::int64_t>();
  }
  if (!rule.until) return result;
  result.until = evaluate_date(subject.world, rule.until, subject.frame);
  result.until_in_doubt = in_doubt(subject.world, rule.until, subject.frame);
  return result;
}

/// The dates of the responses that count, in order.
std::vector<Date> responses(const std::vector<Part>& parts, Date starts) {
  std::vector<Date> dates;
  for (const Part& part : parts) {
    const Date date = part.value.is_missing() ? starts : part.value.as<Date>();
    if (date >= starts) dates.push_back(date);
  }
  std::sort(dates.begin(), dates.end());
  return dates;
}

bool released(const Case& subject, const Bounds& bounds, const std::vector<Part>& all) {
  if (!bounds.until || *bounds.until > bounds.due || *bounds.until > subject.world.as_of) {
    return false;
  }
  const auto dates = responses(helpful_parts(all, Run::kStrict), bounds.starts);
  const auto in_time =
      std::count_if(dates.begin(), dates.end(), [&](Date date) { return date <= *bounds.until; });
  return in_time < bounds.times;
}

RunResult run(const Case& subject, const Bounds& bounds, const std::vector<Part>& parts) {
  const auto dates = responses(parts, bounds.starts);
  const auto wanted = static_cast<std::size_t>(std::max<std::int64_t>(bounds.times, 0));
  const bool answered = dates.size() >= wanted;
  const Date as_of = subject.world.as_of;
  RunResult result;
  if (wanted == 0 || (answered && dates[wanted - 1] <= bounds.due)) return result;
  if (!answered && as_of <= bounds.due) {
    result.due = bounds.due;
    return result;
  }
  Date last = answered ? dates[wanted - 1] : as_of;
  if (bounds.until) last = std::min(last, *bounds.until);
  const Days late{next_day(bounds.due), next_day(last)};
  if (!late.empty()) result.violations.push_back(late);
  return result;
}

}  // namespace

Result test(const Case& subject, const rules::Deadline& rule) {
  const auto all = parts(subject.world, rule.response, subject.frame);
  const auto found = bounds(subject, rule);
  if (!all || !found) return unknown_result();
  if (released(subject, *found, *all)) {
    Result result;
    result.not_applicable = true;
    return result;
  }
  const bool unseen =
      std::any_of(all->begin(), all->end(), [](const Part& part) { return part.unseen; });
  const bool free = unseen || found->until_in_doubt;
  return weigh(free ? RunResult{} : run(subject, *found, helpful_parts(*all, Run::kHopeful)),
               run(subject, *found, helpful_parts(*all, Run::kStrict)));
}

}  // namespace remit::engine::reference
