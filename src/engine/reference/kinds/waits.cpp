#include "engine/reference/kinds/waits.h"

#include <algorithm>

#include "engine/reference/dates.h"
#include "engine/reference/interpreter.h"

// Decisions where the language page is silent:
// - `until` of a phase moves out by pauses where it is a duration from F, also with
//   `resume: restart`; where it is a date, it stands.
// - A bound of a phase (`until`, `times`) that no wait comes to ask for can be unknown.
// - A phase with both `until` and `times` ends with the first of them.
// - Whether a paused day outside of the calendar is a working day is not known, and the due date
//   that needs it neither.
namespace remit::engine::reference {
namespace {

bool open_by(const std::vector<Part>& pauses, Date date) {
  return std::any_of(pauses.begin(), pauses.end(), [&](const Part& pause) {
    if (pause.value.is_missing()) return true;
    const auto& period = pause.value.as<value::Period>();
    return value::is_open(period) && value::first_day(period) <= date;
  });
}

DueDate found(const std::vector<Part>& pauses, Date date) {
  return {open_by(pauses, date) ? DueDate::State::kSuspended : DueDate::State::kDate, date};
}

/// Whether the pause takes this day away from the wait; unknown outside of the calendar.
Truth takes(const World& world, const std::vector<Part>& pauses, Date day, bool working) {
  if (!covered(pauses, day)) return false;
  if (!working) return true;
  return is_working_day(world, day);
}

}  // namespace

DueDate move_out(const World& world, const std::vector<Part>& pauses, Date start, Date unpaused,
                 value::DurationFamily family) {
  const bool working = family == value::DurationFamily::kWorkingDays;
  std::int64_t paused = 0;
  for (Date day = next_day(start); day < unpaused; day = next_day(day)) {
    const Truth taken = takes(world, pauses, day, working);
    if (!taken) return {};
    if (*taken) ++paused;
  }
  for (Date day = unpaused;; day = next_day(day)) {
    if (open_by(pauses, day)) return {DueDate::State::kSuspended, day};
    const Truth taken = day > start ? takes(world, pauses, day, working) : Truth{false};
    if (!taken) return {};
    if (*taken) ++paused;
    const auto moved = working && paused > 0 ? add_working_days(world, unpaused, paused)
                                             : value::add_days(unpaused, paused);
    if (!moved) return {};
    if (*moved == day) return found(pauses, day);
  }
}

PhaseOrder::PhaseOrder(const Case& subject, const rules::Frequency& rule,
                       const std::vector<Part>& pauses, Date start)
    : subject_(subject), rule_(rule), pauses_(pauses), start_(start) {}

Truth PhaseOrder::is_over(const rules::Phase& phase, Date wait) const {
  if (phase.times) {
    const Value times = evaluate(subject_.world, *phase.times, subject_.frame);
    if (times.is_missing()) return std::nullopt;
    if (served_ >= times.as<std::int64_t>()) return true;
  }
  if (!phase.until) return false;
  const Value until = evaluate(subject_.world, *phase.until, subject_.frame);
  if (until.is_missing()) return std::nullopt;
  if (const auto* date = std::get_if<Date>(&until.data)) return wait >= *date;
  const auto& duration = until.as<value::Duration>();
  const auto unpaused = add(subject_.world, start_, duration);
  if (!unpaused) return std::nullopt;
  const DueDate end = move_out(subject_.world, pauses_, start_, *unpaused, duration.family);
  if (end.state == DueDate::State::kUnknown) return std::nullopt;
  return end.state == DueDate::State::kDate && wait >= end.date;
}

const rules::Phase* PhaseOrder::next(Date wait) {
  while (phase_ + 1 < rule_.phases.size()) {
    const Truth over = is_over(rule_.phases[phase_], wait);
    if (!over) return nullptr;
    if (!*over) break;
    ++phase_;
    served_ = 0;
  }
  ++served_;
  return &rule_.phases[phase_];
}

}  // namespace remit::engine::reference
