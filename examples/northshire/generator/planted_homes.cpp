// Staff and managers of children's homes: diplomas, experience, supervision, induction.
#include "generator/planting.h"
#include "northshire/generator/completing.h"
#include "northshire/generator/planted.h"

namespace example {
namespace {

using remit::value::to_string;

// With induction and supervision; without a diploma.
Worker add_staff(County& county, const Workforce& workforce, const char* role, Span in_post) {
  const bool manages = std::string(role) == "home_manager";
  const char* title = manages ? "Registered manager" : "Residential support";
  Worker worker =
      add_supervised_worker(county, workforce, {role, title, "", in_post, {}, "employed"}, {});
  county.posts.set(worker.post, "fte", "1.0");
  complete_induction(county, worker.post);
  return worker;
}

std::string add_diploma(County& county, const Worker& worker, const char* kind,
                        const std::string& attained, const std::string& deferred = "") {
  return county.qualifications.add({worker.id, kind, attained, deferred});
}

void plant_in_care(County& county, const Workforce& workforce) {
  const char* level3 = "level3_residential";
  const auto add = [&](const char* from) {
    return add_staff(county, workforce, "home_care", {day(from), kEnd});
  };
  for (int i = 0; i < 8; ++i) {
    const Worker worker = add("2023-03-01");
    add_diploma(county, worker, level3, to_string(plus(kStart, county.random.between(200, 700))));
  }
  add("2025-01-06");  // still within the two years
  const Worker never = add("2023-04-03");
  county.expect("RC-QL-001", "violation", never.post, Span{day("2025-04-04"), kEnd},
                "two years without the diploma");
  const Worker late = add("2023-05-01");
  add_diploma(county, late, level3, "2025-09-15");
  county.expect("RC-QL-001", "violation", late.post, Span{day("2025-05-02"), day("2025-09-16")},
                "the diploma came four months late");
  for (const char* from : {"2023-06-05", "2023-07-03"}) {
    const Worker deferred = add(from);
    const std::string diploma = add_diploma(county, deferred, level3, "", "2026-06-30");
    county.expect("RC-QL-002", "unknown", diploma, kAsOf,
                  "put off, and no part-time work or long absence is recorded");
  }
  const Worker part_time = add("2023-06-05");
  county.posts.set(part_time.post, "fte", "0.5");
  add_diploma(county, part_time, level3, "", "2026-06-30");
}

struct Manager {
  Worker worker;
  std::string employment;
};

// Three years in homes before, with staff to manage, and the diploma.
Manager add_manager_of_home(County& county, const Workforce& workforce, Span in_post,
                            const char* since, bool managed, const char* diploma) {
  Manager made;
  made.worker = add_staff(county, workforce, "home_manager", in_post);
  made.employment = county.employments.add(
      {made.worker.id, "private", "direct", "residential_children", "false",
       managed ? "true" : "false", "true", "north", "resigned", since, to_string(in_post.from)});
  if (*diploma != '\0') add_diploma(county, made.worker, "level5_residential", diploma);
  return made;
}

void plant_in_management(County& county, const Workforce& workforce) {
  const Span in_post{day("2024-02-05"), kEnd};
  add_manager_of_home(county, workforce, in_post, "2020-01-06", true, "2023-06-30");
  // The second half of a long time: the post began before the records.
  const Span before{day("2022-09-05"), kEnd};
  const auto first = [&](const char* attained, Span gap, const char* what) {
    const Manager manager =
        add_manager_of_home(county, workforce, before, "2018-01-08", true, attained);
    county.expect("RC-QL-003", "violation", manager.worker.post, gap, what);
    county.expect("RC-QL-005", "unknown", manager.worker.post, before.from,
                  "managed staff of a home before, without the diploma then");
  };
  first("", {day("2025-09-06"), kEnd}, "three years without the diploma");
  first("2025-12-01", {day("2025-09-06"), day("2025-12-02")}, "the diploma came three months late");
  for (const char* fte : {"1.0", "1.0", "0.5"}) {
    const Manager deferred =
        add_manager_of_home(county, workforce, in_post, "2021-01-04", true, "2023-06-30");
    county.posts.set(deferred.worker.post, "fte", fte);
    const std::string diploma =
        add_diploma(county, deferred.worker, "level5_residential", "", "2027-06-30");
    if (std::string(fte) != "1.0") continue;
    county.expect("RC-QL-004", "unknown", diploma, kAsOf,
                  "put off, and no part-time work or long absence is recorded");
  }
  for (const char* since : {"2022-09-05", "2023-01-16"}) {
    const Manager recent =
        add_manager_of_home(county, workforce, in_post, since, true, "2023-06-30");
    county.expect("RC-EX-001", "violation", recent.worker.post, in_post.from,
                  "less than two years in homes");
  }
  for (int i = 0; i < 2; ++i) {
    const Manager alone =
        add_manager_of_home(county, workforce, in_post, "2020-01-06", false, "2023-06-30");
    county.expect("RC-EX-002", "violation", alone.worker.post, in_post.from,
                  "never managed staff before");
  }
}

void plant_in_support(County& county, const Workforce& workforce) {
  const Span in_post{day("2024-09-02"), kEnd};
  const Span asked{plus(plus_months(in_post.from, 3), 1), kEnd};
  for (int i = 0; i < 2; ++i) {
    const Worker alone = add_staff(county, workforce, "home_care", in_post);
    for (const std::string& session : county.supervisions.where("worker_id", alone.id)) {
      county.supervisions.erase(session);
    }
    county.expect("RC-SV-001", "unknown", alone.post, asked, "no supervision is recorded");
    const Worker fresh = add_staff(county, workforce, "home_care", in_post);
    for (const std::string& course : county.training.where("worker_id", fresh.id)) {
      county.training.erase(course);
    }
    county.expect("RC-SV-002", "unknown", fresh.post, asked, "no induction is recorded");
  }
}

}  // namespace

void plant_in_homes_staff(County& county, const Workforce& workforce) {
  plant_in_care(county, workforce);
  plant_in_management(county, workforce);
  plant_in_support(county, workforce);
}

}  // namespace example
