// Work with adults: applications under the Mental Health Act, best interests assessments, the
// principal social worker.
#include <algorithm>

#include "generator/planting.h"
#include "northshire/generator/planted.h"

namespace example {
namespace {

using remit::value::to_string;

const Span kApproved{day("2022-05-02"), day("2027-05-02")};

/// What may be wrong with who is approved; as it is, everything is in order.
struct Professional {
  std::string role = "social_worker";
  std::string title = "Social worker";
  std::vector<Span> registered = {always_registered()};
};

Case add_adult(County& county, const Workforce& workforce) {
  return add_need_case(county, workforce, {day("2024-01-08"), day("2025-10-06")});
}

Worker add_professional(County& county, const Workforce& workforce, const Professional& wanted) {
  return add_supervised_worker(county, workforce,
                               {wanted.role, wanted.title, "", {kStart, kEnd}, {}, "employed"},
                               wanted.registered);
}

std::string approve(County& county, const Worker& worker, const char* kind, Span span,
                    const char* course) {
  return county.approvals.add({worker.id, kind, county.councils.last(), to_string(span.from),
                               to_string(plus(span.to, -1)), course});
}

// Eighteen hours in each year of approval: three days of six.
std::vector<std::string> train(County& county, const Worker& worker, const char* kind, Span span) {
  std::vector<std::string> courses;
  for (Date year = span.from; year < std::min(span.to, kEnd); year = plus_months(year, 12)) {
    for (const int days : {60, 150, 240}) {
      const Date held = working_day_on_or_before(plus(year, days));
      if (held >= kEnd) continue;
      courses.push_back(county.training.add({worker.id, kind, to_string(held), "6", "false"}));
    }
  }
  return courses;
}

struct Approved {
  Worker worker;
  std::string approval;
  std::vector<std::string> courses;
};

Approved add_approved(County& county, const Workforce& workforce, const Professional& wanted = {}) {
  Approved made;
  made.worker = add_professional(county, workforce, wanted);
  made.approval = approve(county, made.worker, "AMHP", kApproved, "2021-06-30");
  made.courses = train(county, made.worker, "amhp", kApproved);
  return made;
}

std::string apply(County& county, const Case& of, const Worker& worker, const char* date) {
  return add_activity(county, of, worker.id, "mha_application", day(date));
}

void plant_in_applications(County& county, const Workforce& workforce) {
  const Case adult = add_adult(county, workforce);
  const Approved professional = add_approved(county, workforce);
  apply(county, adult, professional.worker, "2024-03-11");
  for (const char* date : {"2024-04-15", "2024-09-09"}) {
    const Worker other = add_social_worker(county, workforce);
    county.expect("EA-MH-001.application", "violation", apply(county, adult, other, date),
                  day(date), "was never approved");
  }
  const Approved suspended = add_approved(county, workforce);
  const std::string order = county.orders.add(
      {suspended.worker.id, "interim_suspension", "2024-06-10", "2024-12-09", ""});
  for (const char* date : {"2024-07-08", "2024-12-09"}) {
    const std::string made = apply(county, adult, suspended.worker, date);
    county.expect("EA-MH-002", "violation", made, day(date), "acted while suspended");
    county.expect("EC-RG-006", "violation", made + " + " + order, day(date),
                  "acted while suspended");
  }
  const Span entry{day("2019-12-02"), day("2023-12-01")};
  const Approved lapsed =
      add_approved(county, workforce, {"senior_practitioner", "Senior", {entry}});
  county.expect("EC-RG-001", "violation", lapsed.worker.post, Span{entry.to, kEnd},
                "the renewal was missed");
  for (const char* date : {"2024-05-13", "2025-02-10"}) {
    const std::string made = apply(county, adult, lapsed.worker, date);
    county.expect("EA-MH-003", "violation", made, day(date), "a social worker on no register");
    county.expect("EA-MH-004", "unknown", made, day(date), "a social worker on no register");
  }
  // A nurse, whose register is not in the tables.
  const Approved nurse = add_approved(county, workforce, {"other", "Mental health nurse", {}});
  county.expect("EA-MH-004", "unknown", apply(county, adult, nurse.worker, "2024-08-12"),
                day("2024-08-12"), "of another profession");
}

void plant_in_approvals(County& county, const Workforce& workforce) {
  for (const char* end : {"2027-06-01", "2028-05-01"}) {
    const Approved longer = add_approved(county, workforce);
    county.approvals.set(longer.approval, "ends_on", end);
    county.expect("EA-MH-005", "violation", longer.approval, kApproved.from,
                  "approved for more than five years");
  }
  for (const char* course : {"2016-07-01", "2022-06-30"}) {
    const Approved late = add_approved(county, workforce);
    county.approvals.set(late.approval, "course_completed_on", course);
    county.expect("EA-MH-006", "violation", late.approval, kApproved.from,
                  "the course was not completed within the five years before");
  }
  const Approved unstated = add_approved(county, workforce);
  county.approvals.set(unstated.approval, "course_completed_on", "");
  county.expect("EA-MH-006", "unknown", unstated.approval, kApproved.from,
                "when the course was completed is not recorded");
  for (const int year : {1, 2}) {
    const Approved less = add_approved(county, workforce);
    county.training.erase(less.courses.at(static_cast<std::size_t>(year) * 3));
    const Date from = plus_months(kApproved.from, 12 * year);
    county.expect("EA-MH-007", "violation", less.approval, Span{from, plus_months(from, 12)},
                  "twelve hours of training in that year of approval");
  }
  const Span second{day("2024-09-02"), day("2029-09-02")};
  for (const char* ended : {"2027-05-01", "2024-09-10", "2024-09-02"}) {
    const Approved twice = add_approved(county, workforce);
    county.approvals.set(twice.approval, "ends_on", ended);
    train(county, twice.worker, "amhp", second);
    const std::string next = approve(county, twice.worker, "AMHP", second, "2021-06-30");
    county.approvals.set(next, "lssa", "EASTSHIRE");
    if (std::string(ended) == "2024-09-02") continue;
    county.expect("EA-MH-008", "violation", twice.approval + " + " + next, plus(second.from, 1),
                  "the earlier approval went on beside that of another authority");
  }
}

Worker add_assessor(County& county, const Workforce& workforce, const Professional& wanted = {}) {
  Worker worker = add_professional(county, workforce, wanted);
  approve(county, worker, "BIA", kApproved, "2022-03-31");
  train(county, worker, "bia", {kStart, kEnd});
  return worker;
}

std::string assess(County& county, const Case& of, const Worker& worker, const char* date) {
  return add_activity(county, of, worker.id, "best_interests", day(date));
}

void plant_in_best_interests(County& county, const Workforce& workforce) {
  const Case adult = add_adult(county, workforce);
  assess(county, adult, add_assessor(county, workforce), "2024-03-11");
  for (const char* date : {"2024-04-15", "2024-09-09"}) {
    const Worker other = add_social_worker(county, workforce);
    train(county, other, "bia", {kStart, kEnd});
    county.expect("EA-BI-001.assessment", "violation", assess(county, adult, other, date),
                  day(date), "without the approved training");
  }
  const Worker suspended = add_assessor(county, workforce);
  const std::string order =
      county.orders.add({suspended.id, "suspension", "2024-06-10", "2024-12-09", ""});
  for (const char* date : {"2024-06-10", "2024-10-14"}) {
    const std::string made = assess(county, adult, suspended, date);
    county.expect("EA-BI-002", "violation", made, day(date), "assessed while suspended");
    county.expect("EC-RG-006", "violation", made + " + " + order, day(date),
                  "assessed while suspended");
  }
  const Span entry{day("2019-12-02"), day("2023-12-01")};
  const Worker lapsed = add_assessor(county, workforce, {"senior_practitioner", "Senior", {entry}});
  county.expect("EC-RG-001", "violation", lapsed.post, Span{entry.to, kEnd},
                "the renewal was missed");
  for (const char* date : {"2024-05-13", "2025-02-10"}) {
    const std::string made = assess(county, adult, lapsed, date);
    county.expect("EA-BI-003", "violation", made, day(date), "a social worker on no register");
    county.expect("EA-BI-004", "unknown", made, day(date), "a social worker on no register");
  }
  const Worker therapist = add_assessor(county, workforce, {"other", "Therapist", {}});
  county.expect("EA-BI-004", "unknown", assess(county, adult, therapist, "2024-08-12"),
                day("2024-08-12"), "of another profession");
}

void plant_in_assessors(County& county, const Workforce& workforce) {
  const Case adult = add_adult(county, workforce);
  for (const char* since : {"2023-02-06", "2022-09-05"}) {
    const Worker recent =
        add_assessor(county, workforce, {"social_worker", "Social worker", {{day(since), kEnd}}});
    county.expect("EA-BI-005", "violation", assess(county, adult, recent, "2024-07-15"),
                  day("2024-07-15"), "registered for less than two years");
  }
  const Worker untrained = add_assessor(county, workforce);
  for (const std::string& course : county.training.where("worker_id", untrained.id)) {
    county.training.erase(course);
  }
  for (const char* date : {"2024-02-12", "2024-11-11"}) {
    county.expect("EA-BI-006", "violation", assess(county, adult, untrained, date), day(date),
                  "no further training in the year before");
  }
  for (const char* role : {"co", "overseer"}) {
    const Worker involved = add_assessor(county, workforce);
    county.posts.set(involved.post, "role", "senior_practitioner");
    allocate(county, adult, involved.id, role, {day("2024-02-05"), day("2024-09-02")});
    county.expect("EA-BI-007", "violation", assess(county, adult, involved, "2024-04-22"),
                  day("2024-04-22"), "had a part in the person's care");
    assess(county, adult, involved, "2024-10-21");
  }
}

void plant_in_leadership(County& county, const Workforce& workforce) {
  const auto add = [&](Span in_post, const std::vector<Span>& registered, Span gap,
                       const char* what) {
    const Worker worker = add_supervised_worker(
        county, workforce, {"psw", "Principal social worker", "", in_post, {}, "employed"},
        registered);
    county.expect("EA-PS-001", "violation", worker.post, gap, what);
    county.expect("EC-RG-002", "unknown", worker.post, gap, what);
  };
  add({day("2023-06-05"), day("2024-05-06")}, {}, {day("2023-06-05"), day("2024-05-06")},
      "on no register");
  add({day("2024-05-06"), kEnd},
      {{day("2019-12-02"), day("2024-12-01")}, {day("2025-02-03"), kEnd}},
      {day("2024-12-01"), day("2025-02-03")}, "the renewal was missed; restored two months later");
}

}  // namespace

void plant_in_adult_services(County& county, const Workforce& workforce) {
  plant_in_applications(county, workforce);
  plant_in_approvals(county, workforce);
  plant_in_best_interests(county, workforce);
  plant_in_assessors(county, workforce);
  plant_in_leadership(county, workforce);
}

}  // namespace example
