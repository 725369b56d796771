#include <algorithm>

#include "strathdoran/generator/area.h"

namespace example {
namespace {

// Holidays of Scotland from Monday to Friday, for the years in which working days are counted.
const std::vector<Date>& holidays() {
  static const std::vector<Date> days{
      day("2021-11-30"), day("2021-12-27"), day("2021-12-28"), day("2022-01-03"),
      day("2022-01-04"), day("2022-04-15"), day("2022-05-02"), day("2022-06-02"),
      day("2022-06-03"), day("2022-08-01"), day("2022-09-19"), day("2022-11-30"),
      day("2022-12-26"), day("2022-12-27"), day("2023-01-02"), day("2023-01-03"),
      day("2023-04-07"), day("2023-05-01"), day("2023-05-08"), day("2023-05-29"),
      day("2023-08-07"), day("2023-11-30"), day("2023-12-25"), day("2023-12-26"),
      day("2024-01-01"), day("2024-01-02"), day("2024-03-29"), day("2024-05-06"),
      day("2024-05-27"), day("2024-08-05"), day("2024-12-02"), day("2024-12-25"),
      day("2024-12-26"), day("2025-01-01"), day("2025-01-02"), day("2025-04-18"),
      day("2025-05-05"), day("2025-05-26"), day("2025-08-04"), day("2025-12-01"),
      day("2025-12-25"), day("2025-12-26"), day("2026-01-01"), day("2026-01-02"),
      day("2026-04-03")};
  return days;
}

}  // namespace

Date plus_scottish_working_days(Date date, int n) {
  while (n > 0) {
    date = plus(date, 1);
    const bool weekday = remit::value::weekday(date) <= 5;
    if (weekday && !std::binary_search(holidays().begin(), holidays().end(), date)) --n;
  }
  return date;
}

}  // namespace example
