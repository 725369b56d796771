#include <optional>

#include "generator/planting.h"
#include "northshire/generator/planted.h"

namespace example {
namespace {

std::string assessment_of(const County& county, const Case& of) {
  return county.activities.where("case_id", of.id).front();
}

void plant_in_enquiries(County& county, const Workforce& workforce) {
  const std::string rule = "EC-RT-001.s47_enquiry";
  const std::string& support = workforce.support_workers[1].id;

  const auto by_support =
      add_enquiry_case(county, workforce, {day("2024-05-14"), day("2024-05-28")});
  county.activities.set(by_support.enquiry_activity, "worker_id", support);
  county.expect(rule, "violation", by_support.enquiry_activity, day("2024-05-14"),
                "a support worker led the enquiry");

  const Span in_post{day("2024-04-01"), kEnd};
  const Worker lapsed = add_supervised_worker(
      county, workforce, {"social_worker", "Social worker", "", in_post, {}, "employed"},
      {{day("2020-09-01"), day("2024-12-01")}, {day("2024-12-21"), kEnd}});
  county.expect("EC-RG-001", "violation", lapsed.post, Span{day("2024-12-01"), day("2024-12-21")},
                "the renewal was missed and made good three weeks later");
  const auto by_lapsed =
      add_enquiry_case(county, workforce, {day("2024-12-09"), day("2024-12-20")});
  county.activities.set(by_lapsed.enquiry_activity, "worker_id", lapsed.id);
  county.expect(rule, "violation", by_lapsed.enquiry_activity, day("2024-12-09"),
                "the lead had lapsed from the register eight days before");

  const auto unnamed = add_enquiry_case(county, workforce, {day("2025-03-11"), day("2025-03-25")});
  county.activities.set(unnamed.enquiry_activity, "worker_id", "");
  county.expect(rule, "unknown", unnamed.enquiry_activity, day("2025-03-11"),
                "who led the enquiry is not recorded");

  // One day before the guidance of 2023.
  const auto before = add_enquiry_case(county, workforce, {day("2023-12-14"), day("2023-12-29")});
  county.activities.set(before.enquiry_activity, "worker_id", support);
}

void plant_in_assessments(County& county, const Workforce& workforce) {
  const std::string rule = "EC-RT-001.s17_assessment";
  const std::string& support = workforce.support_workers[2].id;
  for (const char* date : {"2023-05-16", "2023-12-14"}) {
    const Case need = add_need_case(county, workforce, {day(date), plus(day(date), 150)});
    county.activities.set(assessment_of(county, need), "worker_id", support);
    county.expect(rule, "violation", assessment_of(county, need), day(date),
                  "a support worker led the assessment");
  }
  const Case unnamed = add_need_case(county, workforce, {day("2023-09-19"), day("2024-02-01")});
  county.activities.set(assessment_of(county, unnamed), "worker_id", "");
  county.expect(rule, "unknown", assessment_of(county, unnamed), day("2023-09-19"),
                "who led the assessment is not recorded");

  // The day from which others may lead.
  const Case after = add_need_case(county, workforce, {day("2023-12-15"), day("2024-03-15")});
  county.activities.set(assessment_of(county, after), "worker_id", support);
}

struct Authors {
  std::string senior;       ///< three years, adoption work among them
  std::string junior;       ///< less than two years
  std::string newcomer;     ///< likewise
  std::string no_adoption;  ///< many years, none of them in adoption
  std::string consultant;   ///< experienced, and no longer registered from May 2024
  std::string student;
};

std::string add_author(County& county, const Workforce& workforce, const std::string& engagement,
                       std::optional<Span> registered) {
  const std::string title =
      engagement == "student" ? "Student on placement" : "Adoption practitioner";
  return add_worker(
             county, workforce,
             {"other", title, workforce.adoption_team, {kStart, kEnd}, registered, engagement})
      .id;
}

Authors add_authors(County& county, const Workforce& workforce) {
  Authors authors;
  authors.senior = workforce.adoption_workers.front().id;
  authors.junior = add_author(county, workforce, "employed", Span{day("2022-09-01"), kEnd});
  add_experience(county, authors.junior, "2022", true);
  authors.newcomer = add_author(county, workforce, "employed", Span{day("2022-09-01"), kEnd});
  add_experience(county, authors.newcomer, "2022", true);
  authors.no_adoption = add_author(county, workforce, "independent", always_registered());
  add_experience(county, authors.no_adoption, "2011", false);
  authors.consultant =
      add_author(county, workforce, "independent", Span{day("2019-12-02"), day("2024-05-01")});
  add_experience(county, authors.consultant, "2008", true);
  authors.student = add_author(county, workforce, "student", {});
  return authors;
}

}  // namespace

void plant_in_reserved_tasks(County& county, const Workforce& workforce) {
  plant_in_enquiries(county, workforce);
  plant_in_assessments(county, workforce);
}

void plant_in_adoption_reports(County& county, const Workforce& workforce) {
  const Authors who = add_authors(county, workforce);
  const Span span{day("2023-11-06"), day("2024-11-04")};
  const auto about = add_looked_after_case(county, workforce, span, {}, Outlook::kUnsettled);
  const auto report = [&](const std::string& author, const std::string& supervisor,
                          const std::string& kind, const std::string& engagement,
                          const std::string& date) {
    return county.reports.add({about.of.id, author, supervisor, kind, engagement, date});
  };
  const auto expect = [&](const std::string& line, const std::string& verdict,
                          const std::string& subject, const std::string& what) {
    county.expect("EC-RT-002." + line, verdict, subject,
                  day(county.reports.get(subject, "dated_on")), what);
  };

  expect("employed", "violation",
         report(who.junior, who.newcomer, "child_permanence", "employed", "2024-03-04"),
         "neither the author nor the supervisor has three years of experience");
  expect("employed", "violation",
         report(who.consultant, who.senior, "s84", "employed", "2024-06-17"),
         "the author is experienced but no longer registered");
  expect("employed", "unknown", report(who.no_adoption, "", "adopter", "employed", "2024-04-08"),
         "the author lacks adoption work and no supervisor is recorded");
  expect("employed", "unknown", report(who.senior, who.junior, "", "employed", "2024-04-22"),
         "what sort of report it is is not recorded");
  expect("independent", "violation",
         report(who.consultant, who.junior, "placement", "independent", "2024-02-12"),
         "the author is experienced but the supervisor is not");
  expect("independent", "violation",
         report(who.no_adoption, who.senior, "s43", "independent", "2024-05-20"),
         "the supervisor is experienced but the author is not in adoption");
  expect("independent", "unknown",
         report(who.consultant, "", "reg36_visit", "independent", "2024-03-18"),
         "the author is experienced and no supervisor is recorded");
  expect("independent", "unknown", report(who.junior, who.senior, "s44", "", "2024-07-08"),
         "enough for an employed author or a student but not for an independent one");
  expect("student", "violation",
         report(who.student, who.no_adoption, "child_permanence", "student", "2024-08-05"),
         "the supervisor has no adoption work");
  expect("student", "violation",
         report(who.student, who.consultant, "adopter", "student", "2024-09-09"),
         "the supervisor is no longer registered");
  expect("student", "unknown", report(who.student, "", "placement", "student", "2024-10-07"),
         "no supervisor is recorded");

  // In order: supervised by the right person, or not a report that is restricted.
  report(who.junior, who.senior, "child_permanence", "employed", "2024-03-25");
  report(who.student, who.senior, "adopter", "student", "2024-09-30");
  report(who.consultant, who.senior, "child_permanence", "independent", "2024-04-29");
  report(who.junior, "", "other", "employed", "2024-10-01");
}

}  // namespace example
