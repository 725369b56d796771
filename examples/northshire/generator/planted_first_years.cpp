// Assessed years: reviews, length, workload, pauses, and cases that are too much.
#include "northshire/generator/completing.h"
#include "northshire/generator/planted.h"
#include "northshire/generator/years.h"

namespace example {
namespace {

using remit::value::to_string;

Year add_reviewed_year(County& county, const Workforce& workforce, const char* start,
                       const std::vector<Pause>& pauses = {}) {
  Year year = add_year(county, workforce, start, pauses);
  complete_reviews(county, year.asye.id);
  return year;
}

void plant_in_progress_reviews(County& county, const Workforce& workforce) {
  const Due due = [](Date since, int) { return plus_months(since, 3); };
  for (const char* start : {"2023-10-09", "2024-09-23"}) {
    const Year year = add_reviewed_year(county, workforce, start);
    const std::string second = county.asye_reviews.where("asye_id", year.asye.id).at(1);
    county.asye_reviews.erase(second);
    expect_late(county, "EC-NQ-001", year.asye.id,
                dates_of(county.asye_reviews, "asye_id", year.asye.id, "held_on"), year.asye.span,
                due, "a review was left out");
  }
}

// Years that last longer than two.
void plant_in_length(County& county, const Workforce& workforce) {
  for (const char* end : {"2025-10-07", "2026-03-01"}) {
    const Date start = day("2023-04-03");
    NewWorker wanted;
    wanted.in_post = {start, kEnd};
    wanted.registered = Span{plus(start, -40), kEnd};
    wanted.team = workforce.assessment_teams.back();
    const Worker worker = add_worker(county, workforce, wanted);
    const std::string& manager = workforce.managers[1].id;
    const Span span{start, day(end)};
    const AssessedYear year = add_assessed_year(county, worker.id, manager, span);
    if (span.to < kEnd) supervise(county, worker.id, manager, {span.to, kEnd}, {});
    complete_reviews(county, year.id);
    county.expect("EC-NQ-002", "violation", year.id, Span{day("2025-04-04"), span.to},
                  "not passed within two years");
  }
}

void lead_cases(County& county, const Workforce& workforce, const std::string& worker, int number) {
  const Span open{day("2025-10-06"), kEnd};
  for (int i = 0; i < number; ++i) {
    const Case made = add_need_case(county, workforce, open);
    replace_leads(county, made, {{worker, open}});
  }
}

// A small team, in which a colleague leads two cases.
void plant_in_workload(County& county, Workforce workforce) {
  workforce.assessment_teams.push_back(
      county.teams.add({workforce.council, "assessment", to_string(kStart), ""}));
  const std::string& team = workforce.assessment_teams.back();
  const Worker colleague = add_supervised_worker(
      county, workforce, {"social_worker", "Social worker", team, {kStart, kEnd}, {}, "employed"},
      {always_registered()});
  county.posts.set(colleague.post, "fte", "1.0");
  lead_cases(county, workforce, colleague.id, 2);
  for (const int cases : {1, 2, 3}) {
    const Year year = add_reviewed_year(county, workforce, "2025-09-08");
    const std::string post = county.posts.where("worker_id", year.asye.worker).front();
    county.posts.set(post, "fte", "1.0");
    lead_cases(county, workforce, year.asye.worker, cases);
    if (cases == 1) continue;
    county.expect("EC-NQ-003", "unknown", year.asye.id + " + " + post, kAsOf,
                  "leads more than nine tenths of what a colleague leads");
  }
}

void plant_in_absences(County& county, const Workforce& workforce) {
  const Span away{day("2024-12-02"), day("2025-01-20")};
  for (const char* start : {"2024-09-09", "2024-10-07"}) {
    const Year year = add_reviewed_year(county, workforce, start);
    const std::string absence = add_absence(county, year.asye.worker, "sickness", away);
    county.expect("EC-NQ-004", "unknown", year.asye.id + " + " + absence, away.from,
                  "weeks of sickness without an agreed pause");
  }
  const Year paused = add_reviewed_year(county, workforce, "2024-09-02", {{away, "true"}});
  add_absence(county, paused.asye.worker, "sickness", away);
}

// A wrong year in the start date: there were no assessed years yet.
void plant_in_dates(County& county, const Workforce& workforce) {
  for (const char* start : {"2011-09-05", "2010-09-06"}) {
    const Worker worker = add_social_worker(county, workforce);
    const Span span{day(start), plus_months(day(start), 12)};
    const std::string last = to_string(plus(span.to, -1));
    const std::string year = county.asye.add({worker.id, start, last, last, last});
    complete_reviews(county, year);
    county.expect("EC-NQ-005", "unknown", year, span.from, "the year began before there were any");
  }
}

// Newly qualified workers who lead a plan: alone, alone, and beside a colleague.
void plant_in_plans(County& county, const Workforce& workforce) {
  for (const bool shared : {false, false, true}) {
    const Year year = add_reviewed_year(county, workforce, "2024-09-02");
    const Span span{day("2024-09-16"), day("2025-08-04")};
    const auto made = add_protection_case(county, workforce, span);
    complete_plan(county, made.plan);
    const std::string lead = replace_leads(county, made.of, {{year.asye.worker, span}}).front();
    if (shared) {
      allocate(county, made.of, add_social_worker(county, workforce).id, "co", span);
      continue;
    }
    county.expect("EC-NQ-006", "unknown", lead + " + " + year.asye.id + " + " + made.plan,
                  made.plan_span, "newly qualified, and leads the plan alone");
  }
}

}  // namespace

void plant_in_first_years(County& county, const Workforce& workforce) {
  plant_in_progress_reviews(county, workforce);
  plant_in_length(county, workforce);
  plant_in_workload(county, workforce);
  plant_in_absences(county, workforce);
  plant_in_dates(county, workforce);
  plant_in_plans(county, workforce);
}

}  // namespace example
