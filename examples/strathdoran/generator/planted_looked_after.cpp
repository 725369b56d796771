#include "strathdoran/generator/area.h"

namespace example {
namespace {

using remit::value::to_string;

const Span kStay{day("2024-01-15"), day("2025-06-16")};

std::vector<Date> meetings(const County& county, const LookedAfter& made, const std::string& kind) {
  std::vector<Date> dates;
  for (const std::string& key : county.meetings.where("case_id", made.of.id)) {
    if (county.meetings.get(key, "kind") == kind) {
      dates.push_back(day(county.meetings.get(key, "completed_on")));
    }
  }
  return dates;
}

void erase_meeting(County& county, const LookedAfter& made, const std::string& kind,
                   std::size_t number) {
  for (const std::string& key : county.meetings.where("case_id", made.of.id)) {
    if (county.meetings.get(key, "kind") == kind && number-- == 0) {
      county.meetings.erase(key);
      return;
    }
  }
}

void plant_in_visits(County& county, const Area& area) {
  const Due due = [](Date since, int number) {
    return number == 0 ? plus(since, 7) : plus_months(since, 3);
  };
  const auto plant = [&](std::size_t left_out, const std::vector<Date>& moves, std::size_t stay,
                         const char* what) {
    const LookedAfter made = add_looked_after(county, area, kStay, moves);
    county.visits.erase(county.visits.where("case_id", made.of.id).at(left_out));
    expect_late(county, "SC-LA-001", made.placements[stay],
                dates_of(county.visits, "case_id", made.of.id, "seen_on"), made.stays[stay], due,
                what);
  };
  plant(0, {}, 0, "not visited within a week of the placement");
  plant(2, {}, 0, "five months without a visit");
  plant(1, {plus(kStay.from, 50)}, 1, "not visited within a week of the move");
  const LookedAfter reported = add_looked_after(county, area, kStay);
  for (const std::size_t number : {1U, 3U}) {
    const std::string visit = county.visits.where("case_id", reported.of.id).at(number);
    county.visits.set(visit, "report_on", "");
    county.expect("SC-LA-002", "violation", visit, day(county.visits.get(visit, "seen_on")),
                  "no report of the visit");
  }
}

void plant_in_reviews(County& county, const Area& area) {
  const Due due = [](Date since, int number) {
    return number == 0 ? plus(since, 42) : plus_months(since, number == 1 ? 3 : 6);
  };
  for (const std::size_t left_out : {0U, 1U, 2U}) {
    // Through a move, which starts no new clock.
    const LookedAfter made = add_looked_after(county, area, kStay, {plus(kStay.from, 90)});
    erase_meeting(county, made, "lac_review", left_out);
    expect_late(county, "SC-LR-001", made.of.id + " + " + to_string(kStay.from),
                meetings(county, made, "lac_review"), kStay, due, "a review was left out");
  }
  const Due secure_due = [](Date since, int number) {
    return number == 0 ? plus(since, 7) : plus_months(since, 1);
  };
  for (const std::size_t left_out : {0U, 1U}) {
    const Span span{day("2024-03-04"), day("2024-06-10")};
    const LookedAfter made = add_secure(county, area, span);
    erase_meeting(county, made, "secure_review", left_out);
    expect_late(county, "SC-SA-001", made.placements.front(),
                meetings(county, made, "secure_review"), span, secure_due,
                "a review of secure accommodation was left out");
  }
}

}  // namespace

void plant_in_looked_after(County& county, const Area& area) {
  plant_in_visits(county, area);
  plant_in_reviews(county, area);
}

}  // namespace example
