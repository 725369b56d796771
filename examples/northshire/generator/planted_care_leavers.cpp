// Care leavers: pathway plans, their reviews, and accommodation that the council provides.
#include "generator/planting.h"
#include "northshire/generator/planted.h"

namespace example {
namespace {

using remit::value::to_string;

const Span kLeft{day("2024-01-15"), day("2026-01-12")};

struct Leaver {
  Case of;
  std::string status;
  std::string adviser;
};

Leaver add_leaver(County& county, const Workforce& workforce, Date planned) {
  Leaver made;
  made.of = open_case(county, workforce, workforce.leaving_care_team, kLeft);
  made.status = add_status(county, made.of, "CARE_LEAVER", kLeft);
  made.adviser = pick(county.random, workforce.advisers, kLeft).id;
  allocate(county, made.of, made.adviser, "personal_adviser", kLeft);
  county.plans.add({made.of.id, "pathway", to_string(planned)});
  for (const Date date : recurring(county.random, {planned, kLeft.to}, 140, 178)) {
    add_meeting(county, made.of, "pathway_review", made.adviser, date);
  }
  return made;
}

void plant_in_pathway_reviews(County& county, const Workforce& workforce) {
  const Due due = [](Date since, int) { return plus_months(since, 6); };
  for (const std::size_t left_out : {0U, 1U}) {
    const Leaver made = add_leaver(county, workforce, kLeft.from);
    county.meetings.erase(county.meetings.where("case_id", made.of.id).at(left_out));
    expect_late(county, "EC-LC-001", made.status,
                dates_of(county.meetings, "case_id", made.of.id, "completed_on"), kLeft, due,
                "a review of the pathway plan was left out");
  }
}

// No plan when the child left care: the needs are to be assessed within three months.
void plant_in_assessments_of_needs(County& county, const Workforce& workforce) {
  for (const int days : {60, 150, 300}) {
    const Date done = plus(kLeft.from, days);
    const Leaver made = add_leaver(county, workforce, plus(done, 20));
    county.assessments.add(
        {made.of.id, "", made.adviser, "needs", to_string(plus(done, -20)), to_string(done), ""});
    if (days == 60) continue;
    county.expect("EC-LC-006", "violation", made.status,
                  Span{plus(plus_months(kLeft.from, 3), 1), plus(done, 1)},
                  "the needs were assessed months late");
  }
}

struct Accommodation {
  Leaver leaver;
  std::string status;
  Span span;
  std::vector<std::string> reviews;
};

// In order: visits within days, twice before the review after four weeks, then all two months; a
// review on that day and then every three months.
Accommodation add_accommodation(County& county, const Workforce& workforce) {
  Accommodation made;
  made.leaver = add_leaver(county, workforce, kLeft.from);
  for (const std::string& key : county.meetings.where("case_id", made.leaver.of.id)) {
    county.meetings.erase(key);
  }
  made.span = {day("2024-03-04"), day("2025-06-02")};
  made.status = add_status(county, made.leaver.of, "CL_ACCOMMODATION", made.span);
  const auto visit = [&](Date date) {
    add_visit(county, made.leaver.of, made.leaver.adviser, "personal_adviser", date);
  };
  visit(plus(made.span.from, 3));
  visit(plus(made.span.from, 17));
  for (const Date date : recurring(county.random, {plus(made.span.from, 17), kLeft.to}, 40, 55)) {
    visit(date);
  }
  const Date first = plus(made.span.from, 28);
  const auto review = [&](Date date) {
    made.reviews.push_back(
        add_meeting(county, made.leaver.of, "pathway_review", made.leaver.adviser, date));
  };
  review(first);
  for (const Date date : recurring(county.random, {first, kLeft.to}, 70, 88)) review(date);
  return made;
}

std::vector<Date> visits_of(const County& county, const Accommodation& made) {
  return dates_of(county.visits, "case_id", made.leaver.of.id, "seen_on");
}

void plant_in_accommodation_reviews(County& county, const Workforce& workforce) {
  add_accommodation(county, workforce);
  const Due due = [](Date since, int) { return plus_months(since, 3); };
  for (const int late : {7, 14}) {
    const Accommodation made = add_accommodation(county, workforce);
    const Date wanted = plus(made.span.from, 28);
    const Date held = plus(wanted, late);
    county.meetings.set(made.reviews.front(), "held_on", to_string(held));
    county.meetings.set(made.reviews.front(), "completed_on", to_string(held));
    county.meetings.set(made.reviews.front(), "recorded_on", to_string(held));
    county.expect("EC-LC-002", "unknown", made.status, Span{plus(wanted, 1), plus(held, 1)},
                  "not reviewed as the first four weeks were over");
  }
  for (const std::size_t left_out : {1U, 2U}) {
    const Accommodation made = add_accommodation(county, workforce);
    const Date first = day(county.meetings.get(made.reviews.front(), "completed_on"));
    county.meetings.erase(made.reviews.at(left_out));
    expect_late(county, "EC-LC-003", made.status,
                dates_of(county.meetings, "case_id", made.leaver.of.id, "completed_on"),
                {first, made.span.to}, due, "a review in the accommodation was left out");
  }
}

void plant_in_accommodation_visits(County& county, const Workforce& workforce) {
  const Due due = [](Date since, int number) {
    return number == 0 ? plus(since, 7) : plus_months(since, 2);
  };
  // The third visit is after the review; the first two are not.
  const Accommodation late = add_accommodation(county, workforce);
  const auto visits = county.visits.where("case_id", late.leaver.of.id);
  county.visits.set(visits.front(), "seen_on", to_string(plus(late.span.from, 11)));
  expect_late(county, "EC-LC-004", late.status, visits_of(county, late), late.span, due,
              "first visited after eleven days");
  const Accommodation gap = add_accommodation(county, workforce);
  county.visits.erase(county.visits.where("case_id", gap.leaver.of.id).at(4));
  expect_late(county, "EC-LC-004", gap.status, visits_of(county, gap), gap.span, due,
              "three months without a visit");
  for (int i = 0; i < 2; ++i) {
    const Accommodation once = add_accommodation(county, workforce);
    const std::string second = county.visits.where("case_id", once.leaver.of.id).at(1);
    county.visits.set(second, "seen_on", to_string(plus(once.span.from, 30)));
    county.expect("EC-LC-005", "violation", once.status, plus(once.span.from, 28),
                  "visited once only before the first review there");
  }
}

}  // namespace

void plant_in_care_leavers(County& county, const Workforce& workforce) {
  plant_in_pathway_reviews(county, workforce);
  plant_in_assessments_of_needs(county, workforce);
  plant_in_accommodation_reviews(county, workforce);
  plant_in_accommodation_visits(county, workforce);
}

}  // namespace example
