#include "northshire/generator/completing.h"
#include "northshire/generator/planted.h"

namespace example {
namespace {

using remit::value::to_string;

const Span kHeld{day("2024-04-15"), day("2025-01-20")};

Case add_overseen(County& county, const Workforce& workforce) {
  Case made = add_overseen_case(county, workforce, kHeld);
  for (const std::string& key : county.allocations.where("case_id", made.id)) {
    complete_allocation(county, key);
  }
  return made;
}

std::string allocation_of(const County& county, const Case& of, const std::string& role) {
  for (const std::string& key : county.allocations.where("case_id", of.id)) {
    if (county.allocations.get(key, "role") == role) return key;
  }
  return "";
}

void plant_in_suitability(County& county, const Workforce& workforce) {
  const auto plant = [&](const std::string& checked, const std::string& what) {
    const std::string lead = allocation_of(county, add_overseen(county, workforce), "lead");
    county.allocations.set(lead, "suitability_checked_on", checked);
    county.expect("EC-AL-016", "unknown", lead, kHeld.from, what);
  };
  plant("", "no check that the support worker is fit for the case is recorded");
  plant("", "no check that the support worker is fit for the case is recorded");
  plant(to_string(plus(kHeld.from, 1)), "checked only on the day after the support worker began");
}

// Registered, so that the oversight is a social worker's, but in no post that oversees.
void plant_in_overseers(County& county, const Workforce& workforce) {
  const Worker overseer = add_social_worker(county, workforce);
  for (int i = 0; i < 2; ++i) {
    const Case made = add_overseen(county, workforce);
    const std::string oversight = allocation_of(county, made, "overseer");
    county.allocations.set(oversight, "worker_id", overseer.id);
    county.expect("EC-AL-007", "violation", oversight, kHeld,
                  "a social worker who is no manager has oversight");
  }
}

void plant_in_shared_leads(County& county, const Workforce& workforce) {
  for (const char* from : {"2024-06-10", "2024-09-16"}) {
    const Case made = add_need_case(county, workforce, kHeld);
    const Worker second = add_social_worker(county, workforce);
    const Span shared{day(from), plus(day(from), 21)};
    const std::string allocation = allocate(county, made, second.id, "lead", shared);
    county.expect("EC-AL-017", "unknown", allocation, shared, "two lead the case for weeks");
  }
}

void plant_in_officers_cases(County& county, const Workforce& workforce) {
  const auto visited = add_looked_after_case(county, workforce, kHeld, {}, Outlook::kUnsettled);
  const std::string officer = county.allocations.get(visited.officer_allocation, "worker_id");
  const std::vector<std::string> visits = county.visits.where("case_id", visited.of.id);
  for (const std::size_t number : {2U, 4U}) {
    const std::string& visit = visits.at(number);
    county.visits.set(visit, "worker_id", officer);
    county.expect("EC-AL-010", "violation", visit, day(county.visits.get(visit, "seen_on")),
                  "the reviewing officer made the visit");
  }
  // A review that was adjourned and completed in time.
  const std::string review = county.meetings.where("case_id", visited.of.id).at(1);
  const Date completed = day(county.meetings.get(review, "completed_on"));
  const std::string begun = to_string(working_day_on_or_before(plus(completed, -14)));
  county.meetings.set(review, "held_on", begun);
  county.meetings.set(review, "adjourned_on", begun);
  // Contacts by telephone between the visits.
  for (const char* date : {"2024-07-23", "2024-11-12"}) {
    const std::string call = add_visit(
        county, visited.of, lead_on(county, visited.of.id, day(date)), "statutory", day(date));
    county.visits.set(call, "mode", "remote");
    county.expect("EC-LA-007", "unknown", call, day(date), "a call recorded as a visit");
  }
}

// The officer leaves the case and the next one comes weeks later.
void plant_in_officers_changes(County& county, const Workforce& workforce) {
  const Date left = day("2024-08-05");
  for (const int days : {17, 30}) {
    const auto made = add_looked_after_case(county, workforce, kHeld, {}, Outlook::kUnsettled);
    const std::string officer = county.allocations.get(made.officer_allocation, "worker_id");
    county.allocations.set(made.officer_allocation, "ended_on", to_string(left));
    allocate(county, made.of, officer, "iro", {plus(left, days), kHeld.to});
    county.expect("EC-AL-011", "violation", made.status, Span{left, plus(left, days)},
                  "nobody reviewed the case for weeks");
  }
}

void plant_in_officers_qualifications(County& county, const Workforce& workforce) {
  const auto add = [&](const char* from) {
    return add_worker(county, workforce,
                      {"iro",
                       "Independent reviewing officer",
                       workforce.review_team,
                       {day(from), kEnd},
                       always_registered(),
                       "employed"});
  };
  const Worker recent = add("2024-09-02");
  add_experience(county, recent.id, "2020", false);
  county.expect("EC-QL-001", "violation", recent.post, recent.in_post.from,
                "qualified four years before taking the post");
  const Worker newest = add("2025-01-06");
  add_experience(county, newest.id, "2021", false);
  county.expect("EC-QL-001", "violation", newest.post, newest.in_post.from,
                "qualified three years before taking the post");
  const Worker unstated = add("2025-03-03");
  county.expect("EC-QL-001", "unknown", unstated.post, unstated.in_post.from,
                "when the officer qualified is not recorded");
  // Five years to the month before.
  add_experience(county, add("2024-10-07").id, "2019", false);
}

// In order: in England for a time only, and recorded so on the register of another country.
void add_visiting_worker(County& county, const Workforce& workforce) {
  const Worker visiting = add_supervised_worker(
      county, workforce,
      {"social_worker", "Social worker", "", {day("2025-03-03"), day("2025-09-01")}, {}, "agency"},
      {});
  const std::string entry =
      add_registration(county, visiting.id, {day("2021-01-04"), kEnd}, "SSSC");
  county.registrations.set(entry, "type", "temporary");
}

}  // namespace

void plant_in_allocations(County& county, const Workforce& workforce) {
  plant_in_suitability(county, workforce);
  plant_in_overseers(county, workforce);
  plant_in_shared_leads(county, workforce);
  plant_in_officers_cases(county, workforce);
  plant_in_officers_changes(county, workforce);
  plant_in_officers_qualifications(county, workforce);
  add_visiting_worker(county, workforce);
}

}  // namespace example
