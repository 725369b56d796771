#include "engine/pauses.h"

#include <algorithm>

#include "engine/dates.h"
#include "engine/runs.h"

namespace remit::engine {

using value::Date;
using value::Period;

Pauses::Pauses(std::vector<Period> periods) {
  for (const Period& period : periods) {
    if (!value::is_open(period)) continue;
    open_from_ = std::min(open_from_.value_or(period.from), period.from);
  }
  stretches_ = united(std::move(periods));
}

bool Pauses::covers(Date date) const {
  const auto paused = next(date);
  return paused && *paused == date;
}

std::optional<Date> Pauses::next(Date date) const {
  for (const Period& stretch : stretches_) {
    if (date < stretch.to) return std::max(date, stretch.from);
  }
  return std::nullopt;
}

std::optional<Date> Pauses::resumed(Date date) const {
  for (const Period& stretch : stretches_) {
    if (!value::covers(stretch, date)) continue;
    if (value::is_open(stretch)) return std::nullopt;
    return stretch.to;
  }
  return date;
}

std::vector<Date> Pauses::ends() const {
  std::vector<Date> ends;
  for (const Period& stretch : stretches_) {
    if (!value::is_open(stretch)) ends.push_back(stretch.to);
  }
  return ends;
}

std::vector<Period> Pauses::within(Date start, Date end) const {
  std::vector<Period> parts;
  for (const Period& stretch : stretches_) {
    const Date from{std::max(stretch.from.days, start.days + 1)};
    const Date to{std::min(stretch.to.days, end.days + 1)};
    if (from < to) parts.push_back({from, to, value::PeriodShape::kSpan});
  }
  return parts;
}

std::optional<std::int64_t> Pauses::days_between(Date start, Date end, bool in_working_days,
                                                 Context& context) const {
  std::int64_t total = 0;
  for (const Period& part : within(start, end)) {
    const auto days = in_working_days
                          ? working_days({part.from.days - 1}, {part.to.days - 1}, context)
                          : std::optional<std::int64_t>(part.to.days - part.from.days);
    if (!days) return std::nullopt;
    total += *days;
  }
  return total;
}

Pauses::Moved Pauses::moved(Date start, Date unpaused, bool in_working_days,
                            Context& context) const {
  Date date = unpaused;
  for (;;) {
    if (open_from_ && *open_from_ <= date) return {std::nullopt, true};
    const auto days = days_between(start, date, in_working_days, context);
    if (!days) return {};
    const value::Duration by{*days, in_working_days ? value::DurationFamily::kWorkingDays
                                                    : value::DurationFamily::kDays};
    const auto next = add(unpaused, by, context);
    if (!next) return {};
    if (*next <= date) return {date, false};
    // More paused days were found than the date has moved. Inside of a pause every further day is
    // one more, so the least such date is not before its end.
    date = resumed(*next).value_or(*next);
  }
}

}  // namespace remit::engine
