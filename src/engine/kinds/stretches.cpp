#include "engine/kinds/stretches.h"

#include "engine/dates.h"

namespace remit::engine {
namespace {

using value::Date;
using value::Period;

/// The first day of the calendar month or year that holds a day.
Date start_of(rules::Limit::Per per, Date day) {
  const value::YearMonthDay civil = value::civil(day);
  const int month = per == rules::Limit::Per::kCalendarYear ? 1 : civil.month;
  return value::make_date(civil.year, month, 1).value_or(value::kFirstDate);
}

/// The k-th boundary between stretches.
std::optional<Date> boundary(rules::Limit::Per per, std::optional<value::Duration> duration,
                             Date first, std::int64_t k, Context& context) {
  if (per != rules::Limit::Per::kDuration) {
    const std::int64_t months = per == rules::Limit::Per::kCalendarYear ? 12 * k : k;
    return value::add_months(start_of(per, first), months).value_or(value::kLastDate);
  }
  if (k == 0) return first;
  std::int64_t count = 0;
  if (__builtin_mul_overflow(duration->count, k, &count)) return std::nullopt;
  return add(first, {count, duration->family}, context);
}

}  // namespace

std::optional<std::vector<Period>> stretches_of(rules::Limit::Per per,
                                                std::optional<value::Duration> duration,
                                                const Period& over, Context& context) {
  if (duration && duration->count <= 0) return std::nullopt;
  const Date first = value::first_day(over);
  const Date end = value::end_day(over);
  std::vector<Period> stretches;
  Date begin = first;
  for (std::int64_t k = 0; begin <= context.as_of && begin < end; ++k) {
    const auto from = boundary(per, duration, first, k, context);
    const auto to = boundary(per, duration, first, k + 1, context);
    if (!from || !to) return std::nullopt;
    if (first <= *from && *to <= end) stretches.push_back(value::make_period(*from, *to));
    if (*to <= begin) break;  // the end of what can be computed with
    begin = *to;
  }
  return stretches;
}

}  // namespace remit::engine
