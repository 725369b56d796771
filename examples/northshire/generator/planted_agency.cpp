// Agency workers: experience, the pause after leaving, notice, and assignments that are missing.
#include "northshire/generator/completing.h"
#include "northshire/generator/planted.h"

namespace example {
namespace {

struct AgencyWorker {
  Worker worker;
  std::string assignment;
  std::string employment;
};

AgencyWorker add_agency_worker(County& county, const Workforce& workforce, Span in_post,
                               const char* employed_since, const char* left) {
  AgencyWorker made;
  made.worker = add_supervised_worker(county, workforce,
                                      {"social_worker", "Social worker", "", in_post, {}, "agency"},
                                      {always_registered()});
  made.assignment = complete_assignment(county, made.worker.post, day(left));
  made.employment = county.employments.last();
  county.employments.set(made.employment, "started_on", employed_since);
  return made;
}

void plant_in_experience(County& county, const Workforce& workforce) {
  const Span after{day("2025-01-06"), kEnd};
  for (const char* since : {"2022-09-05", "2023-02-06"}) {
    const auto made = add_agency_worker(county, workforce, after, since, "2024-09-02");
    county.expect("EC-AG-001", "violation", made.assignment, after.from,
                  "less than three years in direct employment of councils");
  }
  const auto unstated = add_agency_worker(county, workforce, after, "2015-09-07", "2024-09-02");
  county.employments.set(unstated.employment, "area", "");
  county.expect("EC-AG-001", "unknown", unstated.assignment, after.from,
                "the area of the employment is not recorded");
  county.expect("EC-AG-002", "unknown", unstated.assignment + " + " + unstated.employment,
                after.from, "the area of the employment is not recorded");
  add_agency_worker(county, workforce, after, "2015-09-07", "2024-09-02");

  const Span before{day("2024-06-03"), day("2025-12-01")};
  for (const char* since : {"2022-09-05", "2023-02-06"}) {
    const auto made = add_agency_worker(county, workforce, before, since, "2024-02-05");
    county.expect("EC-AG-001-2025", "violation", made.assignment, day("2025-10-01"),
                  "still without three years when the time to get them was over");
  }
  add_agency_worker(county, workforce, before, "2015-09-07", "2024-02-05");
  // Gone before the rule held.
  add_agency_worker(county, workforce, {before.from, day("2025-09-30")}, "2022-09-05",
                    "2024-02-05");
}

void plant_in_pauses(County& county, const Workforce& workforce) {
  const Span in_post{day("2025-02-03"), day("2025-11-03")};
  for (const char* left : {"2024-12-02", "2024-11-18"}) {
    const auto made = add_agency_worker(county, workforce, in_post, "2015-09-07", left);
    county.expect("EC-AG-002", "violation", made.assignment + " + " + made.employment, in_post.from,
                  "left a post in the region less than three months before");
  }
  const auto moved = add_agency_worker(county, workforce, in_post, "2015-09-07", "2024-12-02");
  county.employments.set(moved.employment, "left_reason", "redundancy");
  const auto unstated = add_agency_worker(county, workforce, in_post, "2015-09-07", "2024-12-02");
  county.employments.set(unstated.employment, "left_reason", "");
  county.expect("EC-AG-002", "unknown", unstated.assignment + " + " + unstated.employment,
                in_post.from, "why the worker left is not recorded");
}

void plant_in_notice(County& county, const Workforce& workforce) {
  const Span in_post{day("2025-04-07"), kEnd};
  const auto plant = [&](const char* weeks, const char* verdict, const char* what) {
    const auto made = add_agency_worker(county, workforce, in_post, "2015-09-07", "2024-09-02");
    county.assignments.set(made.assignment, "notice_weeks", weeks);
    county.expect("EC-AG-003", verdict, made.assignment, in_post.from, what);
  };
  plant("1", "violation", "a week's notice");
  plant("2", "violation", "two weeks' notice");
  plant("", "unknown", "how much notice there is is not recorded");
}

void plant_in_records(County& county, const Workforce& workforce) {
  const Span in_post{day("2024-09-02"), day("2025-08-01")};
  const Date rules = day("2024-10-31");
  const auto missing = add_agency_worker(county, workforce, in_post, "2015-09-07", "2024-02-05");
  county.assignments.erase(missing.assignment);
  county.expect("WF-AG-001", "unknown", missing.worker.post, Span{rules, in_post.to},
                "no assignment is recorded");
  const auto shorter = add_agency_worker(county, workforce, in_post, "2015-09-07", "2024-02-05");
  county.assignments.set(shorter.assignment, "ended_on", "2025-05-05");
  county.expect("WF-AG-001", "unknown", shorter.worker.post, Span{day("2025-05-05"), in_post.to},
                "the assignment that is recorded ended three months before the post");
}

}  // namespace

void plant_in_agency_work(County& county, const Workforce& workforce) {
  plant_in_experience(county, workforce);
  plant_in_pauses(county, workforce);
  plant_in_notice(county, workforce);
  plant_in_records(county, workforce);
}

}  // namespace example
