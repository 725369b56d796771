#include "northshire/generator/completing.h"
#include "northshire/generator/planted.h"

namespace example {
namespace {

using remit::value::to_string;

void remove_meetings(County& county, const Case& of, const std::string& kind, Span span) {
  for (const std::string& key : county.meetings.where("case_id", of.id)) {
    const Date held = day(county.meetings.get(key, "held_on"));
    if (county.meetings.get(key, "kind") == kind && span.from <= held && held < span.to) {
      county.meetings.erase(key);
    }
  }
}

std::vector<std::string> meetings_of(const County& county, const Case& of,
                                     const std::string& kind) {
  std::vector<std::string> keys;
  for (const Date date : meeting_dates(county, of.id, kind)) {
    for (const std::string& key : county.meetings.where("case_id", of.id)) {
      if (county.meetings.get(key, "kind") == kind &&
          county.meetings.get(key, "completed_on") == to_string(date)) {
        keys.push_back(key);
      }
    }
  }
  return keys;
}

ProtectionCase add_plan(County& county, const Workforce& workforce, const char* from) {
  const Span span{day(from), plus(day(from), 500)};
  ProtectionCase made = add_protection_case(county, workforce, span);
  complete_plan(county, made.plan);
  return made;
}

void plant_in_core_groups(County& county, const Workforce& workforce) {
  const auto no_later = [](Date since, int number) {
    return number == 0 ? core_group_due(since, 0) : kEnd;
  };
  for (const char* from : {"2023-09-18", "2024-07-01"}) {
    const ProtectionCase made = add_plan(county, workforce, from);
    const Date conference = made.plan_span.from;
    remove_meetings(county, made.of, "core_group", {conference, plus(conference, 22)});
    expect_late(county, "EC-CP-002", made.plan, meeting_dates(county, made.of.id, "core_group"),
                made.plan_span, no_later, "the first core group met weeks late");
  }
  const auto later = [](Date since, int) { return plus(since, 28); };
  for (const char* from : {"2023-11-06", "2024-10-14"}) {
    const ProtectionCase made = add_plan(county, workforce, from);
    const Date middle = plus(made.plan_span.from, 60);
    remove_meetings(county, made.of, "core_group", {middle, plus(middle, 40)});
    const auto groups = meeting_dates(county, made.of.id, "core_group");
    expect_late(county, "EC-CP-004", made.plan, groups, {groups.front(), made.plan_span.to}, later,
                "no core group in forty days");
  }
}

void plant_in_conferences(County& county, const Workforce& workforce) {
  // The enquiry began with a discussion that was held long before it was recorded as begun.
  for (const char* from : {"2024-02-26", "2025-03-10"}) {
    const ProtectionCase made = add_plan(county, workforce, from);
    const std::string strategy = meetings_of(county, made.of, "strategy").front();
    const Date held = working_day_on_or_before(plus(made.enquiry_span.from, -14));
    county.meetings.set(strategy, "held_on", to_string(held));
    county.meetings.set(strategy, "completed_on", to_string(held));
    county.expect("EC-CP-001", "violation", strategy,
                  Span{plus(plus_working_days(held, 15), 1), plus(made.plan_span.from, 1)},
                  "the conference was held more than fifteen working days after the discussion");
  }
  for (const char* from : {"2023-10-09", "2024-05-20"}) {
    const ProtectionCase made = add_plan(county, workforce, from);
    const Date start = made.plan_span.from;
    remove_meetings(county, made.of, "rcpc", {start, plus(start, 100)});
    expect_late(county, "EC-CP-003", made.plan, meeting_dates(county, made.of.id, "rcpc"),
                made.plan_span, review_conference_due, "the first review conference came late");
  }
}

AdoptionCase add_reviewed_adoption(County& county, const Workforce& workforce, const char* placed) {
  const Date on = day(placed);
  AdoptionCase made = add_adoption_case(county, workforce, {plus(on, -315), plus(on, 290)}, on);
  complete_adoption(county, made.placement);
  return made;
}

void expect_late_adoption_reviews(County& county, const AdoptionCase& made,
                                  const std::string& what) {
  expect_late(county, "EC-AD-001", made.placement,
              meeting_dates(county, made.of.id, "adoption_review"), made.placement_span,
              adoption_review_due, what);
}

void plant_in_adoption_reviews(County& county, const Workforce& workforce) {
  const AdoptionCase skipped = add_reviewed_adoption(county, workforce, "2024-05-13");
  county.meetings.erase(meetings_of(county, skipped.of, "adoption_review").at(1));
  expect_late_adoption_reviews(county, skipped, "the second adoption review was left out");

  const AdoptionCase late = add_reviewed_adoption(county, workforce, "2024-08-05");
  const std::string second = meetings_of(county, late.of, "adoption_review").at(1);
  const std::string held =
      to_string(plus_working_days(day(county.meetings.get(second, "held_on")), 15));
  for (const char* column : {"held_on", "completed_on", "recorded_on"}) {
    county.meetings.set(second, column, held);
  }
  expect_late_adoption_reviews(county, late, "the second adoption review came three weeks late");

  const AdoptionCase open = add_reviewed_adoption(county, workforce, "2024-11-11");
  const std::string adjourned = meetings_of(county, open.of, "adoption_review").at(1);
  county.meetings.set(adjourned, "adjourned_on", county.meetings.get(adjourned, "held_on"));
  county.meetings.set(adjourned, "completed_on", "");
  expect_late_adoption_reviews(county, open, "the second adoption review was never completed");

  // Visits without a report.
  std::vector<std::string> visits;
  for (const std::string& key : county.visits.where("case_id", open.of.id)) {
    if (county.visits.get(key, "kind") == "adoption") visits.push_back(key);
  }
  for (const std::size_t number : {1U, 5U}) {
    const std::string& visit = visits.at(number);
    county.visits.set(visit, "report_on", "");
    county.expect("EC-AD-003", "violation", visit, day(county.visits.get(visit, "seen_on")),
                  "no report of the visit");
  }
}

}  // namespace

void plant_in_meetings(County& county, const Workforce& workforce) {
  plant_in_core_groups(county, workforce);
  plant_in_conferences(county, workforce);
  plant_in_adoption_reviews(county, workforce);
}

}  // namespace example
