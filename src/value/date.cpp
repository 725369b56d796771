#include "value/date.h"

#include <fmt/format.h>

#include <chrono>

namespace remit::value {
namespace {

namespace chrono = std::chrono;

constexpr std::int64_t kMonthsInYear = 12;
constexpr int kFirstYear = 1;
constexpr int kLastYear = 9999;

std::optional<int> read_digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

chrono::year_month_day to_chrono(int year, int month, int day) {
  return {chrono::year(year), chrono::month(static_cast<unsigned>(month)),
          chrono::day(static_cast<unsigned>(day))};
}

std::int32_t day_number(const chrono::year_month_day& date) {
  return static_cast<std::int32_t>(chrono::sys_days(date).time_since_epoch().count());
}

/// Writes the digits of a number over zeros, the last one at `last`.
void write_digits(int number, char* last) {
  for (; number > 0; number /= 10) *last-- = static_cast<char>('0' + number % 10);
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = read_digits(text.substr(0, 4));
  const auto month = read_digits(text.substr(5, 2));
  const auto day = read_digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  return make_date(*year, *month, *day);
}

std::string to_string(Date date) {
  const YearMonthDay parts = civil(date);
  if (kFirstYear <= parts.year && parts.year <= kLastYear) {
    std::string text = "0000-00-00";
    write_digits(parts.year, text.data() + 3);
    write_digits(parts.month, text.data() + 6);
    write_digits(parts.day, text.data() + 9);
    return text;
  }
  return fmt::format("{:04}-{:02}-{:02}", parts.year, parts.month, parts.day);
}

std::optional<Date> make_date(int year, int month, int day) {
  if (year < kFirstYear || year > kLastYear || month < 1 || month > 12 || day < 1 || day > 31) {
    return std::nullopt;
  }
  const chrono::year_month_day date = to_chrono(year, month, day);
  if (!date.ok()) return std::nullopt;
  return Date{day_number(date)};
}

YearMonthDay civil(Date date) {
  const chrono::year_month_day parts(chrono::sys_days(chrono::days(date.days)));
  return {static_cast<int>(parts.year()), static_cast<int>(static_cast<unsigned>(parts.month())),
          static_cast<int>(static_cast<unsigned>(parts.day()))};
}

int weekday(Date date) {
  const chrono::weekday day(chrono::sys_days(chrono::days(date.days)));
  return static_cast<int>(day.iso_encoding());
}

std::optional<Date> add_days(Date date, std::int64_t days) {
  const std::int64_t least = std::int64_t{kFirstDate.days} - date.days;
  const std::int64_t most = std::int64_t{kLastDate.days} - date.days;
  if (days < least || days > most) return std::nullopt;
  return Date{static_cast<std::int32_t>(date.days + days)};
}

std::optional<Date> add_months(Date date, std::int64_t months) {
  constexpr std::int64_t kFurthest = kMonthsInYear * (kLastYear + 1);
  if (months < -kFurthest || months > kFurthest) return std::nullopt;
  const YearMonthDay parts = civil(date);
  const std::int64_t total = parts.year * kMonthsInYear + (parts.month - 1) + months;
  if (total < kFirstYear * kMonthsInYear || total >= (kLastYear + 1) * kMonthsInYear) {
    return std::nullopt;
  }
  const chrono::year year(static_cast<int>(total / kMonthsInYear));
  const chrono::month month(static_cast<unsigned>(total % kMonthsInYear + 1));
  const chrono::day last = chrono::year_month_day_last(year, chrono::month_day_last(month)).day();
  const chrono::day day(static_cast<unsigned>(parts.day));
  return Date{day_number({year, month, day < last ? day : last})};
}

std::int64_t months_between(Date from, Date to) {
  if (to < from) return -months_between(to, from);
  const YearMonthDay start = civil(from);
  const YearMonthDay end = civil(to);
  const std::int64_t months = (end.year - start.year) * kMonthsInYear + end.month - start.month;
  const auto reached = add_months(from, months);
  return reached && *reached <= to ? months : months - 1;
}

std::int64_t years_between(Date from, Date to) { return months_between(from, to) / kMonthsInYear; }

}  // namespace remit::value
