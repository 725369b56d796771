// Short breaks, and secure accommodation.
#include "generator/planting.h"
#include "northshire/generator/completing.h"
#include "northshire/generator/planted.h"

namespace example {
namespace {

using remit::value::to_string;

struct Breaks {
  Case of;
  std::vector<std::string> placements;
  Span series;
};

// Four days in every month of a year; visited in some of them, and reviewed.
Breaks add_breaks(County& county, const Workforce& workforce) {
  Breaks made;
  const Span span{day("2024-02-05"), day("2025-04-07")};
  made.of = add_need_case(county, workforce, span);
  const Date first = day("2024-03-07");
  for (int month = 0; month < 12; ++month) {
    const Date from = plus_months(first, month);
    made.placements.push_back(add_placement(county, made.of, "short_break", {from, plus(from, 4)}));
    if (month % 4 == 2) {
      add_visit(county, made.of, lead_on(county, made.of.id, plus(from, 1)), "statutory",
                plus(from, 1));
      add_meeting(county, made.of, "lac_review", workforce.reviewing_officers.front().id,
                  plus(from, 5));
    }
  }
  made.series = {first, plus(plus_months(first, 11), 4)};
  return made;
}

Date wait(Date since, int number) { return plus_months(since, number == 0 ? 3 : 6); }

std::vector<std::string> statutory_visits(const County& county, const Case& of) {
  std::vector<std::string> keys;
  for (const std::string& key : county.visits.where("case_id", of.id)) {
    if (county.visits.get(key, "kind") == "statutory") keys.push_back(key);
  }
  return keys;
}

void plant_in_visits_and_reviews(County& county, const Workforce& workforce) {
  add_breaks(county, workforce);
  for (const std::size_t left_out : {0U, 1U}) {
    const Breaks visited = add_breaks(county, workforce);
    const std::vector<std::string> keys = statutory_visits(county, visited.of);
    county.visits.erase(keys.at(left_out));
    std::vector<Date> seen;
    for (const std::string& key : statutory_visits(county, visited.of)) {
      seen.push_back(day(county.visits.get(key, "seen_on")));
    }
    expect_late(county, "EC-SB-001", visited.of.id, seen, visited.series, wait,
                "a visit during the breaks was left out");
  }
  for (const std::size_t left_out : {0U, 1U}) {
    const Breaks reviewed = add_breaks(county, workforce);
    county.meetings.erase(county.meetings.where("case_id", reviewed.of.id).at(left_out));
    expect_late(county, "EC-SB-002", reviewed.of.id,
                meeting_dates(county, reviewed.of.id, "lac_review"), reviewed.series, wait,
                "a review of the breaks was left out");
  }
}

void plant_in_lengths(County& county, const Workforce& workforce) {
  for (const int days : {18, 20}) {
    const Breaks made = add_breaks(county, workforce);
    const std::string& last = made.placements.back();
    const Date from = day(county.placements.get(last, "started_on"));
    county.placements.set(last, "ended_on", to_string(plus(from, days)));
    county.expect("EC-SB-003", "unknown", last, plus(from, days - 1),
                  "a break of more than seventeen days");
  }
  // Three long ones towards the end: more than 75 days in the twelve months before the last ones.
  for (int i = 0; i < 2; ++i) {
    const Breaks made = add_breaks(county, workforce);
    int total = 4 * static_cast<int>(made.placements.size());
    for (std::size_t j = made.placements.size() - 3; j < made.placements.size(); ++j) {
      const std::string& each = made.placements[j];
      const Date from = day(county.placements.get(each, "started_on"));
      county.placements.set(each, "ended_on", to_string(plus(from, 15)));
      total += 11;
    }
    const std::string& last = made.placements.back();
    if (total > 75) {
      county.expect("EC-SB-004", "unknown", last,
                    plus(day(county.placements.get(last, "ended_on")), -1),
                    "more than 75 days of breaks in twelve months");
    }
  }
}

struct Secure {
  LookedAfterCase child;
  std::vector<std::string> reviews;
};

Secure add_secure(County& county, const Workforce& workforce) {
  Secure made;
  const Span span{day("2024-04-08"), day("2025-01-20")};
  made.child = add_looked_after_case(county, workforce, span, {}, Outlook::kUnsettled);
  county.placements.set(made.child.placements.front(), "kind", "secure");
  const std::string chair = workforce.managers.front().id;
  for (const char* date : {"2024-05-02", "2024-07-30", "2024-10-24"}) {
    made.reviews.push_back(add_meeting(county, made.child.of, "secure_review", chair, day(date)));
    for (const char* of_council : {"true", "true", "false"}) {
      county.reviewers.add({made.reviews.back(), of_council});
    }
  }
  return made;
}

void plant_in_secure_reviews(County& county, const Workforce& workforce) {
  add_secure(county, workforce);
  const Due due = [](Date since, int number) { return plus_months(since, number == 0 ? 1 : 3); };
  for (const std::size_t left_out : {0U, 1U}) {
    const Secure made = add_secure(county, workforce);
    county.meetings.erase(made.reviews.at(left_out));
    for (const std::string& key : county.reviewers.where("meeting_id", made.reviews.at(left_out))) {
      county.reviewers.erase(key);
    }
    expect_late(county, "EC-SA-001", made.child.placements.front(),
                meeting_dates(county, made.child.of.id, "secure_review"), made.child.of.span, due,
                "a review of secure accommodation was left out");
  }
  const Secure two = add_secure(county, workforce);
  county.reviewers.erase(county.reviewers.where("meeting_id", two.reviews[0]).back());
  county.expect("EC-SA-002", "violation", two.reviews[0], day("2024-05-02"),
                "two reviewers, both of the council");
  const Secure inside = add_secure(county, workforce);
  county.reviewers.set(county.reviewers.where("meeting_id", inside.reviews[1]).back(),
                       "officer_or_member", "true");
  county.expect("EC-SA-002", "violation", inside.reviews[1], day("2024-07-30"),
                "three reviewers, all of the council");
}

// Days in secure accommodation without a court: three in order, then more.
void plant_in_secure_days(County& county, const Workforce& workforce) {
  const auto stay = [&](const char* from, int days, const char* rule, const char* verdict,
                        const char* what) {
    const auto made = add_looked_after_case(
        county, workforce, {day("2024-04-08"), day("2025-01-20")}, {}, Outlook::kUnsettled);
    for (int i = 0; i < days; ++i) {
      const std::string date = to_string(plus(day(from), i));
      county.secure_days.add({made.of.id, date, "24"});
      if (i >= 3) county.expect(rule, verdict, made.of.id + "|" + date, day(date), what);
    }
  };
  stay("2024-06-03", 3, "", "", "");
  // From Monday to Thursday.
  stay("2024-06-03", 4, "EC-SA-003", "violation", "more than 72 hours without a court");
  stay("2024-09-09", 4, "EC-SA-003", "violation", "more than 72 hours without a court");
  // From Friday to Monday.
  stay("2024-07-05", 4, "EC-SA-004", "unknown", "more than 72 hours, with a Sunday among them");
  stay("2024-10-04", 4, "EC-SA-004", "unknown", "more than 72 hours, with a Sunday among them");
}

}  // namespace

void plant_in_breaks(County& county, const Workforce& workforce) {
  plant_in_visits_and_reviews(county, workforce);
  plant_in_lengths(county, workforce);
  plant_in_secure_reviews(county, workforce);
  plant_in_secure_days(county, workforce);
}

}  // namespace example
