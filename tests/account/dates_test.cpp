#include "account/dates.h"
#include "support/catch.h"

namespace remit::account {
namespace {

value::Date date(const char* text) { return value::parse_date(text).value(); }

const value::Calendar& calendar() {
  static const value::Calendar kCalendar("c", date("2025-12-01"), date("2026-03-31"),
                                         {false, false, false, false, false, true, true},
                                         {{date("2025-12-25"), "Christmas Day"},
                                          {date("2025-12-26"), "Boxing Day"},
                                          {date("2026-01-01"), "New Year's Day"}});
  return kCalendar;
}

std::string working_days(const char* from, std::int64_t count) {
  const value::Duration by{count, value::DurationFamily::kWorkingDays};
  const auto result = calendar().add_working_days(date(from), count);
  return said(sum_of(date(from), by, result, &calendar()));
}

std::string months(const char* from, std::int64_t count) {
  const value::Duration by{count, value::DurationFamily::kMonths};
  return said(sum_of(date(from), by, value::add_months(date(from), count), nullptr));
}

}  // namespace

TEST_CASE("account names the days that a count of working days passes over") {
  CHECK(working_days("2025-12-18", 1) == "+ 1 working day: 19 December 2025");
  CHECK(working_days("2025-12-18", 2) ==
        "+ 2 working days, skipping 20-21 December (weekend): 22 December 2025");
  CHECK(working_days("2025-12-18", 15) ==
        "+ 15 working days, skipping 20-21 December (weekend), 25 December (Christmas Day), "
        "26 December (Boxing Day), 27-28 December (weekend), 1 January (New Year's Day), "
        "3-4 January (weekend), 10-11 January (weekend): 13 January 2026");
  CHECK(working_days("2025-12-18", 25) ==
        "+ 25 working days, skipping 6 weekends, 25 December (Christmas Day), 26 December (Boxing "
        "Day), 1 January (New Year's Day): 27 January 2026");
  CHECK(working_days("2026-03-30", 5) == "+ 5 working days: a date that cannot be told");
}

TEST_CASE("account says where the end of a month cuts a date short") {
  CHECK(months("2026-01-15", 1) == "+ 1 month: 15 February 2026");
  CHECK(months("2026-01-31", 1) ==
        "+ 1 month: 28 February 2026 (the last day of the month, which has no 31)");
  CHECK(months("2026-03-31", -1) ==
        "- 1 month: 28 February 2026 (the last day of the month, which has no 31)");
}

TEST_CASE("account says periods by their last day") {
  const auto period = [](const char* from, const char* to) {
    return said(value::make_period(date(from), date(to)));
  };
  CHECK(period("2026-01-01", "2026-01-02") == "1 January 2026");
  CHECK(period("2026-01-01", "2026-02-01") == "1 January 2026 to 31 January 2026");
  CHECK(period("2026-01-01", "2026-01-01") == "no day");
  CHECK(said(value::Period{date("2026-01-01")}) == "1 January 2026 onwards");
}

}  // namespace remit::account
