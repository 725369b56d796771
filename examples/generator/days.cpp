#include "generator/days.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace example {
namespace {

// Holidays from Monday to Friday, from the first day of the records to three months after the last.
const std::vector<Date>& holidays() {
  static const std::vector<Date> days{
      day("2023-04-07"), day("2023-04-10"), day("2023-05-01"), day("2023-05-08"), day("2023-05-29"),
      day("2023-08-28"), day("2023-12-25"), day("2023-12-26"), day("2024-01-01"), day("2024-03-29"),
      day("2024-04-01"), day("2024-05-06"), day("2024-05-27"), day("2024-08-26"), day("2024-12-25"),
      day("2024-12-26"), day("2025-01-01"), day("2025-04-18"), day("2025-04-21"), day("2025-05-05"),
      day("2025-05-26"), day("2025-08-25"), day("2025-12-25"), day("2025-12-26"), day("2026-01-01"),
      day("2026-04-03"), day("2026-04-06"), day("2026-05-04"), day("2026-05-25")};
  return days;
}

}  // namespace

const Date kStart = day("2023-03-01");
const Date kAsOf = day("2026-02-28");
const Date kEnd = day("2026-03-01");

Date day(std::string_view text) {
  const auto date = remit::value::parse_date(text);
  if (!date) {
    std::fprintf(stderr, "not a date: %.*s\n", static_cast<int>(text.size()), text.data());
    std::abort();
  }
  return *date;
}

Date plus(Date date, int days) { return Date{date.days + days}; }

Date plus_months(Date date, int months) { return *remit::value::add_months(date, months); }

int days_between(Date from, Date to) { return to.days - from.days; }

Date clipped(Date to) { return std::min(to, kEnd); }

bool is_working_day(Date date) {
  return remit::value::weekday(date) <= 5 &&
         !std::binary_search(holidays().begin(), holidays().end(), date);
}

Date plus_working_days(Date date, int n) {
  while (n > 0) {
    date = plus(date, 1);
    if (is_working_day(date)) --n;
  }
  return date;
}

Date working_day_on_or_before(Date date) {
  while (!is_working_day(date)) date = plus(date, -1);
  return date;
}

std::vector<Date> recurring(Random& random, Span span, int shortest, int longest) {
  std::vector<Date> dates;
  Date last = span.from;
  while (true) {
    const Date wanted = plus(last, random.between(shortest, longest));
    const Date next = std::max(working_day_on_or_before(wanted), plus(last, 1));
    if (next >= clipped(span.to)) return dates;
    dates.push_back(next);
    last = next;
  }
}

std::string end_text(Date date) { return date >= kEnd ? "" : remit::value::to_string(date); }

}  // namespace example
