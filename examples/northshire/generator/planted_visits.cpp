#include "generator/planting.h"
#include "northshire/generator/planted.h"

namespace example {
namespace {

void remove_visits(County& county, const Case& of, Span span) {
  remove_dated(county.visits, "case_id", of.id, "seen_on", span);
}

// The first adoption visit of a case, or a later one.
std::string adoption_visit(const County& county, const AdoptionCase& made, std::size_t number) {
  std::vector<std::string> visits;
  for (const std::string& key : county.visits.where("case_id", made.of.id)) {
    if (county.visits.get(key, "kind") == "adoption") visits.push_back(key);
  }
  return visits.at(number);
}

std::string adoption_review(const County& county, const AdoptionCase& made) {
  for (const std::string& key : county.meetings.where("case_id", made.of.id)) {
    if (county.meetings.get(key, "kind") == "adoption_review") return key;
  }
  return "";
}

// Visits at which the adopter was seen too.
std::vector<Date> both_seen(const County& county, const AdoptionCase& made) {
  std::vector<Date> dates;
  for (const std::string& key : county.visits.where("case_id", made.of.id)) {
    if (county.visits.get(key, "adopter_seen") == "true") {
      dates.push_back(day(county.visits.get(key, "seen_on")));
    }
  }
  return dates;
}

void expect_late_adoption(County& county, const AdoptionCase& made, const std::string& what) {
  const Date review = day(county.meetings.get(adoption_review(county, made), "completed_on"));
  const Due due = [review](Date since, int) { return plus(since, since < review ? 7 : 21); };
  expect_late(county, "EC-VR-003", made.placement, both_seen(county, made), made.placement_span,
              due, what);
}

AdoptionCase add_case(County& county, const Workforce& workforce, const char* placed) {
  const Date on = day(placed);
  return add_adoption_case(county, workforce, {plus(on, -315), plus(on, 290)}, on);
}

void plant_in_fostered_visits(County& county, const Workforce& workforce) {
  const Span span{day("2023-09-04"), day("2025-09-01")};
  const Due due = [span](Date since, int) {
    return plus(since, since < plus_months(span.from, 12) ? 42 : 84);
  };
  const auto plant = [&](Span gone, const std::string& what) {
    const FosteredCase made = add_privately_fostered_case(county, workforce, span);
    remove_visits(county, made.of, gone);
    expect_late(county, "EC-VR-004", made.status,
                dates_of(county.visits, "case_id", made.of.id, "seen_on"), span, due, what);
  };
  plant({day("2024-01-08"), day("2024-03-11")}, "no visit in nine weeks of the first year");
  plant({day("2025-01-06"), day("2025-04-21")}, "no visit in fifteen weeks of the second year");

  const FosteredCase unstated = add_privately_fostered_case(county, workforce, span);
  county.statuses.set(unstated.status, "aware_on", "");
  county.planted.push_back({"EC-VR-004", "unknown", unstated.status, "", "",
                            "when the council became aware is not recorded"});
}

// A visit of a child protection case without which more than 28 days lie between two others.
std::string needed_visit(const County& county, const Case& of) {
  const std::vector<std::string> visits = county.visits.where("case_id", of.id);
  for (std::size_t i = 1; i + 1 < visits.size(); ++i) {
    const Date before = day(county.visits.get(visits[i - 1], "seen_on"));
    const Date after = day(county.visits.get(visits[i + 1], "seen_on"));
    if (days_between(before, after) > 28) return visits[i];
  }
  return visits.front();
}

void plant_in_protection_visits(County& county, const Workforce& workforce) {
  const std::string rule = "EC-VR-006";
  const Due due = [](Date since, int) { return plus(since, 28); };
  const auto visits = [&](const ProtectionCase& made) {
    return dates_of(county.visits, "case_id", made.of.id, "seen_on");
  };
  const auto gap = add_protection_case(county, workforce, {day("2024-05-07"), day("2025-04-07")});
  const Date middle = plus(gap.plan_span.from, 50);
  remove_visits(county, gap.of, {middle, plus(middle, 45)});
  expect_late(county, rule, gap.plan, visits(gap), gap.plan_span, due, "not seen in six weeks");

  const auto open = add_protection_case(county, workforce, {day("2025-07-07"), day("2026-09-01")});
  remove_visits(county, open.of, {day("2026-01-05"), kEnd});
  expect_late(county, rule, open.plan, visits(open), open.plan_span, due,
              "not seen since the turn of the year");

  const auto unstated =
      add_protection_case(county, workforce, {day("2024-09-09"), day("2025-08-04")});
  const std::string visit = needed_visit(county, unstated.of);
  const std::string what = "which duty the visit answers is not recorded";
  county.visits.set(visit, "kind", "");
  county.expect(rule, "unknown", unstated.plan, unstated.plan_span, what);
  county.expect("EC-VR-005", "unknown", visit, day(county.visits.get(visit, "seen_on")), what);
}

}  // namespace

void plant_in_adoption_visits(County& county, const Workforce& workforce) {
  const AdoptionCase first = add_case(county, workforce, "2024-04-15");
  county.visits.set(adoption_visit(county, first, 0), "adopter_seen", "false");
  expect_late_adoption(county, first, "at the first visit the adopter was not seen");

  const AdoptionCase weekly = add_case(county, workforce, "2024-07-08");
  remove_visits(county, weekly.of, {day("2024-07-16"), day("2024-07-26")});
  expect_late_adoption(county, weekly, "a weekly visit was missed");

  const AdoptionCase later = add_case(county, workforce, "2024-09-02");
  remove_visits(county, later.of, {day("2024-11-18"), day("2024-12-23")});
  expect_late_adoption(county, later, "five weeks without a visit after the review settled three");

  const AdoptionCase unstated = add_case(county, workforce, "2025-01-20");
  county.visits.set(adoption_visit(county, unstated, 1), "adopter_seen", "");
  county.expect("EC-VR-003", "unknown", unstated.placement, unstated.placement_span,
                "whether the adopter was seen is not recorded");

  const AdoptionCase unsettled = add_case(county, workforce, "2025-03-03");
  county.meetings.set(adoption_review(county, unsettled), "visit_interval_days", "");
  county.expect("EC-VR-003", "unknown", unsettled.placement, unsettled.placement_span,
                "how often to visit after the review is not recorded");
}

void plant_in_other_visits(County& county, const Workforce& workforce) {
  plant_in_fostered_visits(county, workforce);
  plant_in_protection_visits(county, workforce);
}

}  // namespace example
