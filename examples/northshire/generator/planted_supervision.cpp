#include <algorithm>

#include "generator/planting.h"
#include "generator/supervision.h"
#include "northshire/generator/planted.h"
#include "northshire/generator/years.h"

namespace example {
namespace {

std::vector<Date> sessions(const County& county, const std::string& worker) {
  return dates_of(county.supervisions, "worker_id", worker, "held_on");
}

void expect_late_year(County& county, const Year& year, const std::string& what) {
  const Date start = year.asye.span.from;
  const auto due = [start](Date since, int) {
    if (since < plus(start, 42)) return plus(since, 7);
    if (since < plus_months(start, 6)) return plus(since, 14);
    return plus_months(since, 1);
  };
  expect_late(county, "EC-SV-001", year.asye.id, sessions(county, year.asye.worker), year.asye.span,
              due, what);
}

void remove_sessions(County& county, const std::string& worker, Span span) {
  remove_dated(county.supervisions, "worker_id", worker, "held_on", span);
}

void plant_gaps_in_years(County& county, const Workforce& workforce) {
  struct Gap {
    const char* start;
    int from;
    int to;
    const char* what;
  };
  for (const Gap& gap : {Gap{"2024-09-09", 13, 29, "two weekly sessions were missed"},
                         Gap{"2023-10-02", 80, 112, "a month without a session in the fifth month"},
                         Gap{"2024-02-05", 230, 280, "seven weeks without a session near the end"},
                         Gap{"2025-09-15", 100, 400, "no session from Christmas on"}}) {
    const Year year = add_year(county, workforce, gap.start);
    const Date start = year.asye.span.from;
    Span gone{plus(start, gap.from), std::min(plus(start, gap.to), year.asye.span.to)};
    remove_sessions(county, year.asye.worker, gone);
    expect_late_year(county, year, gap.what);
  }
}

void plant_pauses(County& county, const Workforce& workforce) {
  const Span away{day("2025-01-06"), day("2025-03-31")};
  const Year refused = add_year(county, workforce, "2024-09-16", {{away, "false"}});
  expect_late_year(county, refused, "the pause was not agreed and stops no clock");
  const Year unstated = add_year(county, workforce, "2024-09-23", {{away, ""}});
  county.expect("EC-SV-001", "unknown", unstated.asye.id, unstated.asye.span,
                "whether the pause was agreed is not recorded");
  add_year(county, workforce, "2024-09-30", {{away, "true"}});
}

void plant_reflective_sessions(County& county, const Workforce& workforce) {
  const Year year = add_year(county, workforce, "2024-03-04");
  const std::string service_manager =
      add_worker(county, workforce,
                 {"service_manager", "Service manager", "", {kStart, kEnd}, {}, "employed"})
          .id;
  std::vector<std::string> reflective;
  for (const std::string& key : county.supervisions.where("worker_id", year.asye.worker)) {
    if (county.supervisions.get(key, "kind") == "reflective") reflective.push_back(key);
  }
  const auto change = [&](std::size_t number, const std::string& supervisor,
                          const std::string& verdict, const std::string& what) {
    const std::string& key = reflective.at(number);
    county.supervisions.set(key, "supervisor_id", supervisor);
    county.expect("EC-SV-002", verdict, key, day(county.supervisions.get(key, "held_on")), what);
  };
  change(0, service_manager, "violation", "given by a manager who is no social worker");
  change(2, workforce.support_workers.front().id, "violation", "given by a support worker");
  change(3, "", "unknown", "who gave it is not recorded");
}

void expect_late_post(County& county, const Worker& worker, const std::string& what) {
  expect_late(
      county, "EC-SV-003", worker.post, sessions(county, worker.id), worker.in_post,
      [](Date since, int) { return plus_months(since, 1); }, what);
}

void plant_gaps_in_posts(County& county, const Workforce& workforce) {
  const Worker middle = add_social_worker(county, workforce);
  remove_sessions(county, middle.id, {day("2024-03-01"), day("2024-04-29")});
  expect_late_post(county, middle, "two months without a session");

  const Worker open = add_social_worker(county, workforce);
  remove_sessions(county, open.id, {day("2025-12-15"), kEnd});
  expect_late_post(county, open, "no session since before Christmas");

  const Worker late = add_social_worker(county, workforce, {day("2024-05-06"), kEnd});
  remove_sessions(county, late.id, {day("2024-05-06"), day("2024-06-24")});
  expect_late_post(county, late, "the first session came late");

  const Worker away = add_social_worker(county, workforce);
  const Span absence{day("2024-02-05"), day("2024-07-01")};
  remove_sessions(county, away.id, {kStart, kEnd});
  supervise(county, away.id, workforce.managers.front().id, {kStart, kEnd}, {absence});
  county.absences.set(add_absence(county, away.id, "maternity", absence), "kind", "");
  county.expect("EC-SV-003", "unknown", away.post, away.in_post,
                "why the worker was away for five months is not recorded");
}

void plant_short_sessions(County& county, const Workforce& workforce) {
  const Worker worker = add_social_worker(county, workforce);
  const std::vector<std::string> keys = county.supervisions.where("worker_id", worker.id);
  const auto change = [&](std::size_t number, const std::string& column, const std::string& value,
                          const std::string& verdict, const std::string& what) {
    const std::string& key = keys.at(number);
    county.supervisions.set(key, column, value);
    county.expect("EC-SV-004", verdict, key, day(county.supervisions.get(key, "held_on")), what);
  };
  change(3, "minutes", "45", "violation", "half the time");
  change(7, "interrupted", "true", "violation", "long enough but interrupted");
  change(11, "minutes", "", "unknown", "how long it was is not recorded");
}

}  // namespace

void plant_in_newly_qualified(County& county, const Workforce& workforce) {
  plant_gaps_in_years(county, workforce);
  plant_pauses(county, workforce);
  plant_reflective_sessions(county, workforce);
}

void plant_in_supervision(County& county, const Workforce& workforce) {
  plant_gaps_in_posts(county, workforce);
  plant_short_sessions(county, workforce);
}

}  // namespace example
