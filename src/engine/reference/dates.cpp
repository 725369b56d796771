#include "engine/reference/dates.h"

#include <limits>

// Decisions where the language page is silent:
// - `d + 0 working days` is d itself, also where d is no working day; d must lie in the calendar.
// - A rule set without a calendar has no working days: the result is missing, without a miss.
// - `working_days(a, b)` needs both dates inside of the calendar, also where b <= a.
namespace remit::engine::reference {
namespace {

void note(const World& world, Date date) {
  world.misses.insert({world.environment.calendar->name(), date});
}

Date next(Date date) { return {date.days + 1}; }
Date previous(Date date) { return {date.days - 1}; }

}  // namespace

std::optional<bool> is_working_day(const World& world, Date date) {
  const auto& calendar = world.environment.calendar;
  if (!calendar) return std::nullopt;
  if (!calendar->contains(date)) note(world, date);
  return calendar->is_working_day(date);
}

std::optional<Date> add_working_days(const World& world, Date date, std::int64_t count) {
  const auto& calendar = world.environment.calendar;
  if (!calendar) return std::nullopt;
  if (!calendar->contains(date)) {
    note(world, date);
    return std::nullopt;
  }
  const std::int64_t step = count < 0 ? -1 : 1;
  for (std::int64_t left = count; left != 0;) {
    date = step > 0 ? next(date) : previous(date);
    const auto working = calendar->is_working_day(date);
    if (!working) {
      note(world, date);
      return std::nullopt;
    }
    if (*working) left -= step;
  }
  return date;
}

std::optional<std::int64_t> working_days(const World& world, Date from, Date to) {
  const auto& calendar = world.environment.calendar;
  if (!calendar) return std::nullopt;
  for (const Date date : {from, to}) {
    if (calendar->contains(date)) continue;
    note(world, date);
    return std::nullopt;
  }
  std::int64_t count = 0;
  for (Date day = next(from); day <= to; day = next(day)) {
    if (calendar->is_working_day(day) == true) ++count;
  }
  return count;
}

std::optional<Date> add(const World& world, Date date, const value::Duration& duration) {
  switch (duration.family) {
    case value::DurationFamily::kDays:
      return value::add_days(date, duration.count);
    case value::DurationFamily::kMonths:
      return value::add_months(date, duration.count);
    case value::DurationFamily::kWorkingDays:
      return add_working_days(world, date, duration.count);
  }
  return std::nullopt;
}

}  // namespace remit::engine::reference
