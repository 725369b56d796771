#include "engine/dates.h"

#include <limits>

namespace remit::engine {
namespace {

/// Which date the calendar lacks when `date` + n working days cannot be told.
void note_miss(value::Date date, std::int64_t n, Context& context) {
  const auto& calendar = *context.environment.calendar;
  if (!calendar.contains(date)) {
    context.miss(date);
  } else {
    context.miss(value::Date{n > 0 ? calendar.last().days + 1 : calendar.first().days - 1});
  }
}

}  // namespace

std::optional<value::Date> add(value::Date date, const value::Duration& duration,
                               Context& context) {
  switch (duration.family) {
    case value::DurationFamily::kDays:
      return value::add_days(date, duration.count);
    case value::DurationFamily::kMonths:
      return value::add_months(date, duration.count);
    case value::DurationFamily::kWorkingDays:
      break;
  }
  if (!context.environment.calendar) return std::nullopt;
  const auto result = context.environment.calendar->add_working_days(date, duration.count);
  if (!result) note_miss(date, duration.count, context);
  return result;
}

std::optional<value::Duration> negated(const value::Duration& duration) {
  if (duration.count == std::numeric_limits<std::int64_t>::min()) return std::nullopt;
  return value::Duration{-duration.count, duration.family};
}

std::optional<std::int64_t> working_days(value::Date from, value::Date to, Context& context) {
  const auto& calendar = context.environment.calendar;
  if (!calendar) return std::nullopt;
  const auto count = calendar->working_days_between(from, to);
  if (!count) context.miss(calendar->contains(from) ? to : from);
  return count;
}

}  // namespace remit::engine
