#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace remit::value {

/// A day of the proleptic Gregorian calendar, as days since 1970-01-01.
struct Date {
  std::int32_t days = 0;
  auto operator<=>(const Date&) const = default;
};

struct YearMonthDay {
  int year = 1970;
  int month = 1;  ///< 1 to 12
  int day = 1;    ///< 1 to 31
};

/// The first and the last day that remit reads, writes and computes with.
constexpr Date kFirstDate{-719162};  ///< 0001-01-01
constexpr Date kLastDate{2932896};   ///< 9999-12-31

/// Reads `YYYY-MM-DD`, exactly; nothing for anything else and for days that do not exist.
std::optional<Date> parse_date(std::string_view text);
std::string to_string(Date date);

/// The day, or nothing where there is no such day or it lies outside kFirstDate..kLastDate.
std::optional<Date> make_date(int year, int month, int day);
YearMonthDay civil(Date date);
/// 1 (Monday) to 7 (Sunday).
int weekday(Date date);

/// Moves by a number of days; nothing outside kFirstDate..kLastDate.
std::optional<Date> add_days(Date date, std::int64_t days);
/// Moves by calendar months, clamped to the end of the month (31 January + 1 month is 28 or 29
/// February); nothing outside kFirstDate..kLastDate.
std::optional<Date> add_months(Date date, std::int64_t months);
/// The largest n with from + n months <= to; for to < from: minus months_between(to, from).
std::int64_t months_between(Date from, Date to);
/// The largest n with from + n years <= to; for to < from: minus years_between(to, from).
std::int64_t years_between(Date from, Date to);

}  // namespace remit::value
