#include "value/date.h"

#include "support/catch.h"

namespace remit::value {
namespace {

Date day(const char* text) {
  const auto date = parse_date(text);
  INFO(text);
  REQUIRE(date);
  return *date;
}

TEST_CASE("value: dates are read exactly") {
  CHECK(day("1970-01-01").days == 0);
  CHECK(day("0001-01-01") == kFirstDate);
  CHECK(day("9999-12-31") == kLastDate);
  CHECK(day("2024-02-29").days == 19782);
  for (const char* text : {"",
                           "2024-02-30",
                           "2023-02-29",
                           "1900-02-29",
                           "2024-13-01",
                           "2024-00-01",
                           "2024-01-00",
                           "2024-04-31",
                           "0000-01-01",
                           "2024-1-01",
                           "24-01-01",
                           "2024-01-01 ",
                           " 2024-01-01",
                           "2024/01/01",
                           "2024-01-01T00:00",
                           "20240101",
                           "+024-01-01",
                           "2024-01-1x",
                           "-001-01-01",
                           "\xD9\xA2"
                           "24-01-01"}) {
    INFO(text);
    CHECK_FALSE(parse_date(text));
  }
}

TEST_CASE("value: every day is written and read back, and follows the one before") {
  YearMonthDay before = civil(kFirstDate);
  for (Date date = kFirstDate; date <= kLastDate; date.days += 1) {
    const YearMonthDay parts = civil(date);
    REQUIRE(make_date(parts.year, parts.month, parts.day) == date);
    REQUIRE((date == kFirstDate || parts.day == before.day + 1 || parts.day == 1));
    before = parts;
    if (date.days % 97 == 0) REQUIRE(parse_date(to_string(date)) == date);
  }
}

TEST_CASE("value: weekdays") {
  CHECK(weekday(day("1970-01-01")) == 4);
  CHECK(weekday(day("2026-11-22")) == 7);
  CHECK(weekday(day("2026-11-23")) == 1);
  CHECK(weekday(kFirstDate) == 1);
}

TEST_CASE("value: days are added inside of the calendar only") {
  CHECK(add_days(day("2023-12-31"), 1) == day("2024-01-01"));
  CHECK(add_days(kLastDate, 0) == kLastDate);
  CHECK_FALSE(add_days(kLastDate, 1));
  CHECK_FALSE(add_days(kFirstDate, -1));
  CHECK_FALSE(add_days(day("2024-01-01"), INT64_MAX));
  CHECK_FALSE(add_days(day("1950-01-01"), INT64_MIN));
}

struct MonthCase {
  const char* from;
  std::int64_t months;
  const char* to;
};

TEST_CASE("value: months clamp to the end of the month") {
  const MonthCase cases[] = {
      {"2023-01-31", 1, "2023-02-28"},  {"2024-01-31", 1, "2024-02-29"},
      {"2024-02-29", 12, "2025-02-28"}, {"2024-02-29", 48, "2028-02-29"},
      {"2024-03-31", -1, "2024-02-29"}, {"2024-01-15", -1, "2023-12-15"},
      {"2024-12-31", 2, "2025-02-28"},  {"2024-05-31", 1, "2024-06-30"},
      {"2024-05-31", 0, "2024-05-31"},  {"0001-01-01", 119987, "9999-12-01"},
  };
  for (const MonthCase& test : cases) {
    INFO(test.from << " + " << test.months);
    CHECK(add_months(day(test.from), test.months) == day(test.to));
  }
  CHECK_FALSE(add_months(day("9999-12-01"), 1));
  CHECK_FALSE(add_months(day("0001-01-31"), -1));
  CHECK_FALSE(add_months(day("2024-01-01"), INT64_MAX));
  CHECK_FALSE(add_months(day("2024-01-01"), INT64_MIN));
}

TEST_CASE("value: months and years between two dates") {
  CHECK(months_between(day("2024-01-31"), day("2024-02-29")) == 1);
  CHECK(months_between(day("2024-01-31"), day("2024-02-28")) == 0);
  CHECK(months_between(day("2024-02-29"), day("2024-01-31")) == -1);
  CHECK(months_between(day("2024-01-15"), day("2025-01-14")) == 11);
  CHECK(years_between(day("2024-02-29"), day("2025-02-28")) == 1);
  CHECK(years_between(day("2024-02-29"), day("2025-02-27")) == 0);
  CHECK(years_between(day("2025-02-28"), day("2024-02-29")) == -1);
  CHECK(years_between(kFirstDate, kLastDate) == 9998);
}

// Against the meaning itself: the largest n with from + n months <= to.
TEST_CASE("value: months between agree with adding them one by one") {
  const Date from = day("2023-12-25");
  for (int start = 0; start < 70; ++start) {
    for (int span = 0; span < 800; span += 3) {
      const Date left{from.days + start};
      const Date right{left.days + span};
      std::int64_t months = 0;
      while (*add_months(left, months + 1) <= right) ++months;
      std::int64_t years = 0;
      while (*add_months(left, 12 * (years + 1)) <= right) ++years;
      REQUIRE(months_between(left, right) == months);
      REQUIRE(months_between(right, left) == -months);
      REQUIRE(years_between(left, right) == years);
    }
  }
}

}  // namespace
}  // namespace remit::value
