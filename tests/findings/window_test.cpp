#include "findings/window.h"

#include "support/catch.h"
#include "value/period.h"

namespace remit::findings {
namespace {

value::Date day(const std::string& text) { return value::parse_date(text).value(); }

bool period_meets(const std::string& from, const std::string& to, const Window& window) {
  rules::Outcome outcome;
  outcome.period = value::make_period(day(from), to.empty() ? value::kOpen : day(to));
  return meets(outcome, window);
}

bool due_meets(const std::string& due, const Window& window) {
  rules::Outcome outcome;
  outcome.due = day(due);
  return meets(outcome, window);
}

}  // namespace

TEST_CASE("findings: a window keeps periods that share a day with it") {
  const Window june{day("2026-06-01"), day("2026-06-30")};
  CHECK(period_meets("2026-06-10", "2026-06-12", june));
  CHECK(period_meets("2026-01-01", "2026-06-02", june));  // its last day is the first of June
  CHECK_FALSE(period_meets("2026-01-01", "2026-06-01", june));
  CHECK(period_meets("2026-06-30", "2026-08-01", june));
  CHECK_FALSE(period_meets("2026-07-01", "2026-08-01", june));
  CHECK(period_meets("2026-01-01", "2027-01-01", june));
  CHECK(period_meets("2020-01-01", "", june));
  CHECK_FALSE(period_meets("2026-07-01", "", june));
}

TEST_CASE("findings: an instant is its one day for a window") {
  rules::Outcome outcome;
  outcome.period = value::stored_period(day("2026-06-01"), day("2026-06-01"), false);
  REQUIRE(outcome.period->shape == value::PeriodShape::kInstant);
  CHECK(meets(outcome, {day("2026-06-01"), day("2026-06-01")}));
  CHECK_FALSE(meets(outcome, {day("2026-06-02"), std::nullopt}));
  CHECK_FALSE(meets(outcome, {std::nullopt, day("2026-05-31")}));
}

TEST_CASE("findings: a window keeps due dates inside, both ends included") {
  const Window june{day("2026-06-01"), day("2026-06-30")};
  CHECK(due_meets("2026-06-01", june));
  CHECK(due_meets("2026-06-30", june));
  CHECK_FALSE(due_meets("2026-05-31", june));
  CHECK_FALSE(due_meets("2026-07-01", june));
}

TEST_CASE("findings: a window open on one side goes on without end") {
  CHECK(due_meets("2040-01-01", {day("2026-06-01"), std::nullopt}));
  CHECK(due_meets("1990-01-01", {std::nullopt, day("2026-06-30")}));
  CHECK_FALSE(due_meets("2026-07-01", {std::nullopt, day("2026-06-30")}));
}

TEST_CASE("findings: a window never hides a finding without dates") {
  rules::Outcome outcome;
  outcome.verdict = rules::Verdict::kUnknown;
  CHECK(meets(outcome, {day("2026-06-01"), day("2026-06-30")}));
}

}  // namespace remit::findings
