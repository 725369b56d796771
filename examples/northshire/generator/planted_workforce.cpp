// Titles and roles, students, inductions of support workers.
#include "northshire/generator/completing.h"
#include "northshire/generator/planted.h"

namespace example {
namespace {

using remit::value::to_string;

// Every rule that goes by the role must leave open whether it is about this post.
void expect_of_missing_role(County& county, const Worker& worker) {
  const std::string what = "the role is not recorded";
  for (const char* rule :
       {"WF-TI-002", "WF-TI-001", "WF-IN-001", "EC-QL-001", "EC-QL-003", "EC-RG-007", "RC-EX-001",
        "RC-EX-002", "RC-QL-005", "RC-SV-001", "RC-SV-002"}) {
    county.expect(rule, "unknown", worker.post, worker.in_post.from, what);
  }
  for (const char* rule : {"EA-PS-001", "EC-QL-002", "EC-RG-001", "EC-SV-003", "EC-SV-006",
                           "RC-QL-001", "RC-QL-003"}) {
    county.expect(rule, "unknown", worker.post, worker.in_post, what);
  }
  county.expect("EC-CL-001", "unknown", worker.post, kAsOf, what);
}

void plant_in_roles(County& county, const Workforce& workforce) {
  const Span in_post{day("2024-03-04"), kEnd};
  for (const char* title : {"Practice manager", "Senior personal adviser"}) {
    const Worker worker =
        add_supervised_worker(county, workforce, {"other", title, "", in_post, {}, "employed"}, {});
    county.expect("WF-TI-001", "unknown", worker.post, in_post.from,
                  "the title is that of another role");
  }
  for (const char* title : {"Business support", "Project lead"}) {
    const Worker worker = add_worker(county, workforce, {"", title, "", in_post, {}, "employed"});
    expect_of_missing_role(county, worker);
  }
}

Worker add_student(County& county, const Workforce& workforce) {
  const Span placement{day("2024-09-02"), day("2025-09-01")};
  return add_supervised_worker(county, workforce,
                               {"other", "Student on placement", "", placement, {}, "student"}, {});
}

// In order: led a case as a support worker, gave it up, and became a student.
void add_later_student(County& county, const Workforce& workforce) {
  const Span before{day("2024-01-08"), day("2024-09-02")};
  const Worker worker = add_supervised_worker(
      county, workforce, {"support_worker", "Family support worker", "", before, {}, "employed"},
      {});
  add_line(county, worker.id, workforce.managers.front().id, before);
  county.posts.add({worker.id, "", "other", "Student on placement", "student", "1.0",
                    to_string(before.to), "2025-09-01"});
  const Span held{day("2024-02-05"), day("2024-08-26")};
  const Case made = add_overseen_case(county, workforce, held);
  complete_allocation(county, replace_leads(county, made, {{worker.id, held}}).front());
}

void plant_in_students_cases(County& county, const Workforce& workforce) {
  const Span span{day("2024-07-01"), day("2025-11-03")};
  const Span held{day("2024-10-07"), day("2025-03-03")};
  for (int i = 0; i < 2; ++i) {
    const Worker student = add_student(county, workforce);
    const Case made = add_need_case(county, workforce, span);
    const std::string lead = lead_on(county, made.id, span.from);
    const std::string allocation = replace_leads(county, made, {{student.id, held}}).front();
    // The case is overseen: who answers for it is the question.
    allocate(county, made, workforce.managers.front().id, "overseer", span);
    county.expect("WF-ST-001", "unknown", allocation + " + " + student.post, held.from,
                  "a student leads the case");
  }
  for (const char* from : {"2024-11-04", "2025-01-06"}) {
    const Worker student = add_student(county, workforce);
    const Case made = add_need_case(county, workforce, span);
    const std::string lead = lead_on(county, made.id, span.from);
    const Date left = day(from);
    replace_leads(county, made, {{lead, {span.from, left}}, {lead, {plus(left, 28), span.to}}});
    allocate(county, made, workforce.managers.front().id, "overseer", span);
    const std::string allocation = allocate(county, made, student.id, "co", held);
    county.expect("WF-ST-002", "unknown", allocation + " + " + student.post,
                  Span{left, plus(left, 28)}, "nobody leads the case that a student works on");
  }
  add_later_student(county, workforce);
  const Worker beside = add_student(county, workforce);
  const Case in_order = add_need_case(county, workforce, span);
  allocate(county, in_order, beside.id, "contributor", held);
}

// To be called when the inductions of everybody are there.
void plant_in_inductions_of(County& county, const std::string& post, Date started) {
  for (const std::string& course :
       county.training.where("worker_id", county.posts.get(post, "worker_id"))) {
    if (county.training.get(course, "kind") == "induction") county.training.erase(course);
  }
  county.expect("WF-IN-001", "unknown", post, Span{plus(plus_months(started, 3), 1), kEnd},
                "no induction is recorded");
}

}  // namespace

void plant_in_workforce(County& county, const Workforce& workforce) {
  plant_in_roles(county, workforce);
  plant_in_students_cases(county, workforce);
}

void plant_in_inductions(County& county, const Workforce& workforce) {
  for (const std::size_t number : {3U, 4U}) {
    const Worker& worker = workforce.support_workers[number];
    plant_in_inductions_of(county, worker.post, worker.in_post.from);
  }
}

}  // namespace example
