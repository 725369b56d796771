#include "generator/planting.h"
#include "northshire/generator/planted.h"

namespace example {
namespace {

std::vector<Date> seen(const County& county, const Case& of) {
  return dates_of(county.visits, "case_id", of.id, "seen_on");
}

void remove_visits(County& county, const Case& of, Span span) {
  remove_dated(county.visits, "case_id", of.id, "seen_on", span);
}

// The visits of an unsettled placement, or of one in its first year.
void expect_late_visits(County& county, const LookedAfterCase& made, std::size_t placement,
                        const std::string& what) {
  const Due due = [](Date since, int number) { return plus(since, number == 0 ? 7 : 42); };
  expect_late(county, "EC-VR-001", made.placements[placement], seen(county, made.of),
              made.placement_spans[placement], due, what);
}

void plant_late_visits(County& county, const Workforce& workforce) {
  const Span span{day("2024-01-08"), day("2025-06-30")};
  const auto first = add_looked_after_case(county, workforce, span, {}, Outlook::kUnsettled);
  remove_visits(county, first.of, {span.from, plus(span.from, 20)});
  expect_late_visits(county, first, 0, "the first visit came weeks late");

  const auto gap = add_looked_after_case(county, workforce, span, {}, Outlook::kUnsettled);
  remove_visits(county, gap.of, {day("2024-08-01"), day("2024-10-07")});
  expect_late_visits(county, gap, 0, "no visit in two months");

  const Date move = day("2024-09-16");
  const auto moved = add_looked_after_case(county, workforce, span, {move}, Outlook::kUnsettled);
  remove_visits(county, moved.of, {move, plus(move, 15)});
  expect_late_visits(county, moved, 1, "not visited within a week of the move");
}

// The child never agreed to visits every six months: every three months they remain.
void plant_without_agreement(County& county, const Workforce& workforce) {
  const Span span{day("2023-04-17"), kEnd};
  const auto made = add_looked_after_case(county, workforce, span, {}, Outlook::kLongTerm);
  county.placements.set(made.placements[0], "child_agreed_on", "");
  const Due due = [span](Date since, int number) {
    if (number == 0) return plus(since, 7);
    return since < plus_months(span.from, 12) ? plus(since, 42) : plus_months(since, 3);
  };
  expect_late(county, "EC-VR-001", made.placements[0], seen(county, made.of), span, due,
              "visited every six months without the child's agreement");
}

void plant_unknown_visits(County& county, const Workforce& workforce) {
  const Span span{day("2024-03-11"), day("2025-05-12")};
  const auto made = add_looked_after_case(county, workforce, span, {}, Outlook::kUnsettled);
  const std::string visit = county.visits.where("case_id", made.of.id).at(5);
  county.visits.set(visit, "kind", "");
  const std::string what = "which duty the visit answers is not recorded";
  county.expect("EC-VR-001", "unknown", made.placements[0], span, what);
  county.expect("EC-VR-005", "unknown", visit, day(county.visits.get(visit, "seen_on")), what);

  const auto unstated = add_looked_after_case(county, workforce, span, {}, Outlook::kUnsettled);
  county.placements.set(unstated.placements[0], "kind", "");
  for (const char* rule : {"EC-VR-001", "EC-VR-003"}) {
    county.expect(rule, "unknown", unstated.placements[0], span,
                  "what kind of placement it is is not recorded");
  }
}

void plant_visits_not_alone(County& county, const Workforce& workforce) {
  const Span span{day("2024-02-05"), day("2025-02-03")};
  const auto made = add_looked_after_case(county, workforce, span, {}, Outlook::kUnsettled);
  const std::vector<std::string> visits = county.visits.where("case_id", made.of.id);
  const auto change = [&](std::size_t number, const std::string& alone, const std::string& verdict,
                          const std::string& what) {
    const std::string& key = visits.at(number);
    county.visits.set(key, "seen_alone", alone);
    county.visits.set(key, "alone_reason", "");
    county.expect("EC-VR-005", verdict, key, day(county.visits.get(key, "seen_on")), what);
  };
  change(1, "false", "violation", "not spoken to in private and no reason given");
  change(4, "false", "violation", "not spoken to in private and no reason given");
  change(6, "", "unknown", "whether the child was seen alone is not recorded");
}

std::vector<std::string> reviews_of(const County& county, const Case& of) {
  return county.meetings.where("case_id", of.id);
}

void expect_late_reviews(County& county, const LookedAfterCase& made, const std::string& what) {
  const Due due = [](Date since, int number) {
    if (number == 0) return plus_working_days(since, 20);
    return plus_months(since, number == 1 ? 3 : 6);
  };
  expect_late(county, "EC-VR-002", made.status,
              dates_of(county.meetings, "case_id", made.of.id, "completed_on"), made.of.span, due,
              what);
}

}  // namespace

void plant_in_placement_visits(County& county, const Workforce& workforce) {
  plant_late_visits(county, workforce);
  plant_without_agreement(county, workforce);
  plant_unknown_visits(county, workforce);
  plant_visits_not_alone(county, workforce);
}

void plant_in_reviews(County& county, const Workforce& workforce) {
  const Span span{day("2024-02-12"), day("2025-10-06")};
  // Over Easter and two holidays in May.
  const Span spring{day("2024-04-15"), day("2025-10-06")};
  const auto late = add_looked_after_case(county, workforce, spring, {}, Outlook::kUnsettled);
  const std::string first = reviews_of(county, late.of).at(0);
  const std::string held = remit::value::to_string(plus_working_days(spring.from, 24));
  county.meetings.set(first, "held_on", held);
  county.meetings.set(first, "completed_on", held);
  county.meetings.set(first, "recorded_on", held);
  expect_late_reviews(county, late, "the first review came four working days late");

  const auto adjourned = add_looked_after_case(county, workforce, span, {}, Outlook::kUnsettled);
  const std::string second = reviews_of(county, adjourned.of).at(1);
  const Date begun = day(county.meetings.get(second, "held_on"));
  const std::string resumed = remit::value::to_string(plus(begun, 37));
  county.meetings.set(second, "adjourned_on", county.meetings.get(second, "held_on"));
  county.meetings.set(second, "completed_on", resumed);
  county.meetings.set(second, "recorded_on", resumed);
  expect_late_reviews(county, adjourned, "the second review was adjourned and completed late");

  const auto open = add_looked_after_case(county, workforce, span, {}, Outlook::kUnsettled);
  const std::string third = reviews_of(county, open.of).at(2);
  county.meetings.set(third, "adjourned_on", county.meetings.get(third, "held_on"));
  county.meetings.set(third, "completed_on", "");
  expect_late_reviews(county, open, "the third review was adjourned and never completed");

  const auto unstated = add_looked_after_case(county, workforce, span, {}, Outlook::kUnsettled);
  county.meetings.set(reviews_of(county, unstated.of).at(1), "kind", "");
  county.expect("EC-VR-002", "unknown", unstated.status, span,
                "what kind of meeting it was is not recorded");
}

}  // namespace example
