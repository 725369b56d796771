#include "value/calendar.h"

#include "support/catch.h"

namespace remit::value {
namespace {

const std::vector<bool> kWeekend{false, false, false, false, false, true, true};

Date day(const char* text) { return *parse_date(text); }

Calendar december() {
  return {"test",
          day("2026-12-01"),
          day("2026-12-31"),
          kWeekend,
          {{day("2026-12-28"), "Boxing Day"}, {day("2026-12-25"), "Christmas Day"}}};
}

TEST_CASE("value: working days are neither weekend nor holiday") {
  const Calendar calendar = december();
  CHECK(calendar.is_working_day(day("2026-12-24")) == true);
  CHECK(calendar.is_working_day(day("2026-12-25")) == false);
  CHECK(calendar.is_working_day(day("2026-12-26")) == false);
  CHECK(calendar.is_working_day(day("2026-12-28")) == false);
  CHECK(calendar.is_working_day(day("2026-12-29")) == true);
  CHECK_FALSE(calendar.is_working_day(day("2027-01-01")));
  CHECK_FALSE(calendar.is_working_day(day("2026-11-30")));
  CHECK(calendar.holiday(day("2026-12-25")) == "Christmas Day");
  CHECK_FALSE(calendar.holiday(day("2026-12-24")));
  CHECK(calendar.holidays().front().name == "Christmas Day");
}

TEST_CASE("value: working days are added strictly after and before a day") {
  const Calendar calendar = december();
  CHECK(calendar.add_working_days(day("2026-12-24"), 1) == day("2026-12-29"));
  CHECK(calendar.add_working_days(day("2026-12-25"), 1) == day("2026-12-29"));
  CHECK(calendar.add_working_days(day("2026-12-29"), -1) == day("2026-12-24"));
  CHECK(calendar.add_working_days(day("2026-12-26"), -1) == day("2026-12-24"));
  CHECK(calendar.add_working_days(day("2026-12-26"), 0) == day("2026-12-26"));
  CHECK(calendar.add_working_days(day("2026-12-31"), -1) == day("2026-12-30"));
}

TEST_CASE("value: outside of a calendar nothing is known") {
  const Calendar calendar = december();
  CHECK_FALSE(calendar.add_working_days(day("2026-12-31"), 1));
  CHECK_FALSE(calendar.add_working_days(day("2026-12-01"), -1));
  CHECK_FALSE(calendar.add_working_days(day("2027-01-01"), 0));
  CHECK_FALSE(calendar.add_working_days(day("2027-01-01"), -1));
  CHECK_FALSE(calendar.add_working_days(day("2026-12-10"), INT64_MAX));
  CHECK_FALSE(calendar.add_working_days(day("2026-12-10"), INT64_MIN));
  CHECK_FALSE(calendar.working_days_between(day("2026-12-10"), day("2027-01-01")));
  CHECK_FALSE(calendar.working_days_between(day("2026-11-30"), day("2026-12-10")));
}

TEST_CASE("value: working days between two days") {
  const Calendar calendar = december();
  CHECK(calendar.working_days_between(day("2026-12-24"), day("2026-12-24")) == 0);
  CHECK(calendar.working_days_between(day("2026-12-24"), day("2026-12-28")) == 0);
  CHECK(calendar.working_days_between(day("2026-12-24"), day("2026-12-30")) == 2);
  CHECK(calendar.working_days_between(day("2026-12-30"), day("2026-12-24")) == 0);
}

TEST_CASE("value: odd calendars do no harm") {
  const Calendar all_weekend("none", day("2026-01-01"), day("2026-12-31"),
                             std::vector<bool>(7, true), {});
  CHECK_FALSE(all_weekend.add_working_days(day("2026-06-01"), 1));
  CHECK(all_weekend.working_days_between(day("2026-01-01"), day("2026-12-31")) == 0);
  const Calendar backwards("none", day("2026-02-01"), day("2026-01-01"), {}, {});
  CHECK_FALSE(backwards.is_working_day(day("2026-01-15")));
  CHECK_FALSE(backwards.add_working_days(day("2026-02-01"), 1));
}

}  // namespace
}  // namespace remit::value
