#include <algorithm>

#include "engine/reference/interpreter.h"
#include "engine/reference/kinds/kind.h"

// Decisions where the language page is silent:
// - `grace` excuses stretches that are over; what is due is the last day covered without a break,
//   also where the break that follows would be within the grace.
namespace remit::engine::reference {
namespace {

std::int64_t count(const Days& days) { return std::int64_t{days.to.days} - days.from.days; }

/// The day after which coverage does not change any more.
Date last_change(const std::vector<Part>& parts, Date as_of) {
  Date last = as_of;
  for (const Part& part : parts) {
    const Date end = value::end_day(part.value.as<value::Period>());
    if (end != value::kOpen) last = std::max(last, end);
  }
  return last;
}

/// Of the strict run, in which every period is known.
std::optional<Date> due_date(const Case& subject, const std::vector<Part>& parts) {
  const Date as_of = subject.world.as_of;
  if (subject.over->to <= next_day(as_of) || !covered(parts, as_of)) return std::nullopt;
  const Date last = last_change(parts, as_of);
  for (Date day = next_day(as_of); day < subject.over->to; day = next_day(day)) {
    if (!covered(parts, day)) return day_before(day);
    if (day > last) break;
  }
  return std::nullopt;
}

RunResult run(const Case& subject, const std::vector<Part>& all, std::int64_t grace, Run mode) {
  const std::vector<Part> parts = helpful_parts(all, mode);
  RunResult result;
  for (const Days& gap :
       stretches_where(subject.judged, [&](Date day) { return !covered(parts, day); })) {
    if (count(gap) > grace) result.violations.push_back(gap);
  }
  if (mode == Run::kStrict) result.due = due_date(subject, parts);
  return result;
}

}  // namespace

Result test(const Case& subject, const rules::Cover& rule) {
  const auto all = parts(subject.world, rule.by, subject.frame);
  std::int64_t grace = 0;
  if (rule.grace) {
    const auto duration = evaluate_duration(subject.world, rule.grace, subject.frame);
    if (!duration) return unknown_result();
    grace = duration->count;
  }
  if (!all) return unknown_result();
  return weigh(run(subject, *all, grace, Run::kHopeful), run(subject, *all, grace, Run::kStrict));
}

}  // namespace remit::engine::reference
