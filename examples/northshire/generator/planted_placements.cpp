// Placements with parents and with temporarily approved carers, care plans, officers who come late,
// notices about a home, and children who wait for adopters.
#include <algorithm>

#include "generator/planting.h"
#include "northshire/generator/completing.h"
#include "northshire/generator/planted.h"

namespace example {
namespace {

using remit::value::to_string;

const Span kLookedAfter{day("2024-03-11"), day("2025-05-12")};

LookedAfterCase add_child(County& county, const Workforce& workforce, const char* kind,
                          const std::vector<Date>& moves = {}) {
  LookedAfterCase made =
      add_looked_after_case(county, workforce, kLookedAfter, moves, Outlook::kUnsettled);
  county.placements.set(made.placements.front(), "kind", kind);
  for (std::size_t i = 1; i < made.placements.size(); ++i) {
    county.placements.set(made.placements[i], "kind", "foster");
  }
  return made;
}

std::vector<Date> visits_of(const County& county, const LookedAfterCase& made) {
  return dates_of(county.visits, "case_id", made.of.id, "seen_on");
}

Date first_review(const County& county, const LookedAfterCase& made) {
  return meeting_dates(county, made.of.id, "lac_review").front();
}

// Visits that are missing so that no wait lasts longer than these days: before the first review
// and after it.
void visit_more(County& county, const LookedAfterCase& made, int before, int after) {
  const Span span = made.placement_spans.front();
  const Date review = first_review(county, made);
  Date last = span.from;
  while (last < span.to) {
    const std::vector<Date> dates = visits_of(county, made);
    const auto next = std::upper_bound(dates.begin(), dates.end(), last);
    const int longest = last < review ? before : after;
    const Date found = next == dates.end() ? span.to : *next;
    if (days_between(last, std::min(found, span.to)) > longest) {
      last = plus(last, longest);
      add_visit(county, made.of, lead_on(county, made.of.id, last), "statutory", last);
    } else {
      last = found;
    }
  }
}

// Nobody came for these days; what comes of it under the rule.
void leave_alone(County& county, const LookedAfterCase& made, Span gone, int before, int after,
                 const std::string& rule, const std::string& subject, const std::string& what) {
  remove_dated(county.visits, "case_id", made.of.id, "seen_on", gone);
  const Date review = first_review(county, made);
  const Due due = [=](Date since, int) { return plus(since, since < review ? before : after); };
  expect_late(county, rule, subject, visits_of(county, made), made.placement_spans.front(), due,
              what);
}

struct Gap {
  int from;
  int to;
  const char* what;
};
const Gap kGaps[] = {
    {0, 0, ""}, {8, 18, "a weekly visit was left out"}, {150, 240, "three months without a visit"}};

Span days_of(const Gap& gap) {
  return {plus(kLookedAfter.from, gap.from), plus(kLookedAfter.from, gap.to)};
}

void plant_before_assessment(County& county, const Workforce& workforce) {
  for (const Gap& gap : kGaps) {
    const auto made = add_child(county, workforce, "reg19");
    visit_more(county, made, 7, 42);
    leave_alone(county, made, days_of(gap), 7, 42, "EC-LA-001", made.placements.front(), gap.what);
  }
}

void plant_with_temporary_carers(County& county, const Workforce& workforce) {
  const Gap gaps[] = {kGaps[0], kGaps[1], {45, 90, "six weeks without a visit"}};
  const Date approved = plus(kLookedAfter.from, 105);
  for (const Gap& gap : gaps) {
    const auto made = add_child(county, workforce, "reg24", {approved});
    visit_more(county, made, 7, 28);
    leave_alone(county, made, days_of(gap), 7, 28, "EC-LA-002", made.placements.front(), gap.what);
  }
  const auto last = [&](int days) {
    const Date end = plus(kLookedAfter.from, days);
    const auto made = add_child(county, workforce, "reg24", {end});
    visit_more(county, made, 7, 28);
    const auto over = [&](const char* rule, const char* verdict, int weeks, const char* what) {
      const Date due = plus(kLookedAfter.from, 7 * weeks);
      if (end <= due) return;
      county.expect(rule, verdict, made.placements.front(), Span{plus(due, 1), plus(end, 1)}, what);
    };
    over("EC-LR-003", "unknown", 16, "the carer's temporary approval went on after 16 weeks");
    over("EC-LR-004", "violation", 24, "the carer's temporary approval went on after 24 weeks");
  };
  last(140);
  last(190);
  last(200);
}

std::string order_from(County& county, const LookedAfterCase& made, const char* kind, Date from) {
  return county.court_orders.add({made.of.id, kind, to_string(from), end_text(kLookedAfter.to)});
}

void plant_under_orders(County& county, const Workforce& workforce) {
  for (const Gap& gap : kGaps) {
    const auto made = add_child(county, workforce, "with_parents");
    visit_more(county, made, 7, 28);
    const std::string order = order_from(county, made, "ico", kLookedAfter.from);
    leave_alone(county, made, days_of(gap), 7, 28, "EC-LA-003",
                made.placements.front() + " + " + order, gap.what);
  }
  const Gap under_care_order[] = {kGaps[0],
                                  {100, 170, "two months without a visit"},
                                  {200, 280, "eleven weeks without a visit"}};
  for (const Gap& gap : under_care_order) {
    const auto made = add_child(county, workforce, "with_parents");
    const std::string order = order_from(county, made, "co", kLookedAfter.from);
    remove_dated(county.visits, "case_id", made.of.id, "seen_on", days_of(gap));
    const Due due = [](Date since, int number) { return plus(since, number == 0 ? 7 : 42); };
    expect_late(county, "EC-LA-004", made.placements.front() + " + " + order,
                visits_of(county, made), kLookedAfter, due, gap.what);
  }
}

void plant_in_orders(County& county, const Workforce& workforce) {
  const std::string what = "no order for these days under which the child lives with a parent";
  const auto none = add_child(county, workforce, "with_parents");
  county.expect("EC-LA-005", "unknown", none.placements.front(), kLookedAfter, what);
  const auto late = add_child(county, workforce, "with_parents");
  const Date made_on = plus(kLookedAfter.from, 21);
  order_from(county, late, "co", made_on);
  add_visit(county, late.of, lead_on(county, late.of.id, made_on), "statutory", plus(made_on, 3));
  county.expect("EC-LA-005", "unknown", late.placements.front(), Span{kLookedAfter.from, made_on},
                what);
}

// What a regulator says about the home, right after a visit and right before one.
void plant_in_notices(County& county, const Workforce& workforce) {
  for (const std::size_t number : {2U, 4U}) {
    const auto made = add_child(county, workforce, "childrens_home");
    const std::vector<Date> dates = visits_of(county, made);
    const Date received = plus(dates.at(number), 2);
    const Date next = dates.at(number + 1);
    const std::string notice = county.notices.add({made.of.id, "s30a", to_string(received)});
    county.expect("EC-LA-006", "violation", notice, Span{plus(received, 8), plus(next, 1)},
                  "nobody visited for weeks after the regulator's notice");
    county.notices.add({made.of.id, "s30a", to_string(plus(next, -4))});
  }
}

void plant_in_beginnings(County& county, const Workforce& workforce) {
  for (const int days : {25, 40}) {
    const auto made = add_child(county, workforce, "foster");
    const Date dated = plus(kLookedAfter.from, days);
    const std::string plan = county.plans.where("case_id", made.of.id).front();
    county.plans.set(plan, "dated_on", to_string(dated));
    const Date due = plus_working_days(kLookedAfter.from, 10);
    county.expect("EC-LR-002", "violation", made.status, Span{plus(due, 1), plus(dated, 1)},
                  "the care plan was made weeks after the placement");
  }
  for (const int days : {14, 18}) {
    const auto made = add_child(county, workforce, "foster");
    const Date named = plus(kLookedAfter.from, days);
    county.allocations.set(made.officer_allocation, "started_on", to_string(named));
    county.allocations.set(made.officer_allocation, "recorded_on", to_string(named));
    const Date due = plus_working_days(kLookedAfter.from, 5);
    county.expect("EC-AL-012", "violation", made.status, Span{plus(due, 1), plus(named, 1)},
                  "the reviewing officer was named late");
  }
}

void plant_in_waiting(County& county, const Workforce& workforce) {
  const Span waiting{day("2024-06-03"), kLookedAfter.to};
  const Due due = [](Date since, int number) { return plus_months(since, number == 0 ? 3 : 6); };
  for (const std::size_t left_out : {9U, 0U, 1U}) {
    const auto made = add_child(county, workforce, "foster");
    const std::string status = add_status(county, made.of, "AUTHORITY_TO_PLACE", waiting);
    const Date dates[] = {day("2024-08-27"), day("2025-02-20")};
    for (std::size_t i = 0; i < 2; ++i) {
      if (i == left_out) continue;
      add_meeting(county, made.of, "adoption_review", lead_on(county, made.of.id, dates[i]),
                  dates[i]);
    }
    expect_late(county, "EC-AD-002", status, meeting_dates(county, made.of.id, "adoption_review"),
                waiting, due, "a review while the child waits for adopters was left out");
  }
}

}  // namespace

void plant_in_placements(County& county, const Workforce& workforce) {
  plant_before_assessment(county, workforce);
  plant_with_temporary_carers(county, workforce);
  plant_under_orders(county, workforce);
  plant_in_orders(county, workforce);
  plant_in_notices(county, workforce);
  plant_in_beginnings(county, workforce);
  plant_in_waiting(county, workforce);
}

}  // namespace example
