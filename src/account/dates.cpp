#include "account/dates.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace remit::account {
namespace {

using findings::DateSum;
using findings::SkippedDay;
using value::Date;
using value::Period;

constexpr std::array kMonths{"January", "February", "March",     "April",   "May",      "June",
                             "July",    "August",   "September", "October", "November", "December"};

/// More stretches of weekend than these are counted and not listed.
constexpr std::size_t kWeekendsListed = 4;
/// Days that are looked through for those passed over, at most.
constexpr std::int32_t kFurthest = 4000;

std::string month_of(Date date) {
  return kMonths[static_cast<std::size_t>(value::civil(date).month - 1)];
}

/// `25 December`.
std::string day_said(Date date) {
  return fmt::format("{} {}", value::civil(date).day, month_of(date));
}

/// Days that follow each other and have one name.
struct Stretch {
  Date first;
  Date last;
  std::string name;

  std::string said() const {
    const std::string word = name.empty() ? "weekend" : name;
    if (first == last) return fmt::format("{} ({})", day_said(first), word);
    if (month_of(first) != month_of(last)) {
      return fmt::format("{} to {} ({})", day_said(first), day_said(last), word);
    }
    return fmt::format("{}-{} ({})", value::civil(first).day, day_said(last), word);
  }
};

std::vector<Stretch> stretches_of(const std::vector<SkippedDay>& days) {
  std::vector<Stretch> stretches;
  for (const SkippedDay& day : days) {
    const bool follows = !stretches.empty() && stretches.back().last.days + 1 == day.date.days &&
                         stretches.back().name == day.name;
    if (follows) {
      stretches.back().last = day.date;
    } else {
      stretches.push_back({day.date, day.date, day.name});
    }
  }
  return stretches;
}

/// Holidays by name; weekends as well where they are few.
std::string skipped_said(const std::vector<SkippedDay>& days) {
  const std::vector<Stretch> stretches = stretches_of(days);
  const auto weekends = static_cast<std::size_t>(
      std::count_if(stretches.begin(), stretches.end(),
                    [](const Stretch& stretch) { return stretch.name.empty(); }));
  std::vector<std::string> parts;
  if (weekends > kWeekendsListed) parts.push_back(fmt::format("{} weekends", weekends));
  for (const Stretch& stretch : stretches) {
    if (stretch.name.empty() && weekends > kWeekendsListed) continue;
    parts.push_back(stretch.said());
  }
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::vector<SkippedDay> skipped_between(Date from, Date to, const value::Calendar& calendar) {
  std::vector<SkippedDay> skipped;
  const Date first{std::min(from.days, to.days) + 1};
  const Date last{std::min(std::max(from.days, to.days), first.days + kFurthest)};
  for (Date day = first; day <= last; ++day.days) {
    if (calendar.is_working_day(day) != false) continue;
    // A holiday on a weekend is passed over as a weekend either way.
    const bool weekend = value::weekday(day) >= 6;
    skipped.push_back({day, weekend ? "" : calendar.holiday(day).value_or("")});
  }
  return skipped;
}

}  // namespace

std::string said(Date date) {
  const value::YearMonthDay civil = value::civil(date);
  return fmt::format("{} {} {}", civil.day, month_of(date), civil.year);
}

std::string said(const Period& period) {
  if (period.shape == value::PeriodShape::kEmpty) return "no day";
  const Date first = value::first_day(period);
  if (value::is_open(period)) return said(first) + " onwards";
  const Date last{value::end_day(period).days - 1};
  return first == last ? said(first) : said(first) + " to " + said(last);
}

std::string said(const Period& period, Date last) {
  const bool lasts = value::is_open(period) || period.to.days > last.days;
  if (!lasts || period.from == last) return said(period);
  return fmt::format("since {}", said(period.from));
}

std::string counted(std::int64_t count, const std::string& singular) {
  return fmt::format("{} {}{}", count, singular, count == 1 ? "" : "s");
}

std::string length_said(const Period& period, Date as_of) {
  return counted(value::length(period, as_of), "day");
}

DateSum sum_of(Date from, const value::Duration& by, std::optional<Date> result,
               const value::Calendar* calendar) {
  DateSum sum{from, by, result, {}, false};
  if (!result) return sum;
  if (by.family == value::DurationFamily::kWorkingDays && calendar) {
    sum.skipped = skipped_between(from, *result, *calendar);
  }
  if (by.family == value::DurationFamily::kMonths) {
    sum.clamped = value::civil(*result).day != value::civil(from).day;
  }
  return sum;
}

std::string said(const DateSum& sum) {
  const bool back = sum.by.count < 0;
  const value::Duration size{back ? -sum.by.count : sum.by.count, sum.by.family};
  std::string text = fmt::format("{} {}", back ? "-" : "+", value::to_string(size));
  if (!sum.skipped.empty()) text += ", skipping " + skipped_said(sum.skipped);
  if (!sum.result) return text + ": a date that cannot be told";
  text += ": " + said(*sum.result);
  if (sum.clamped) {
    text += fmt::format(" (the last day of the month, which has no {})",
                        fmt::format("{}", value::civil(sum.from).day));
  }
  return text;
}

}  // namespace remit::account
