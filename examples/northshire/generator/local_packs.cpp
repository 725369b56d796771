// What the local packs find: weekly visits, oversight and supervision of support workers who lead
// cases, and supervision every four weeks.
#include "northshire/generator/local_packs.h"

#include <algorithm>

#include "generator/planting.h"
#include "northshire/generator/completing.h"

namespace example {
namespace {

using remit::value::to_string;

/// A support worker who leads a child in need's case, for the days on which all three hold.
struct Led {
  std::string subject;
  std::string case_id;
  std::string worker;
  Span span;
};

Span span_of(const Table& table, const std::string& key) {
  const std::string& end = table.get(key, "ended_on");
  return {day(table.get(key, "started_on")), end.empty() ? kEnd : day(end)};
}

Span common(Span left, Span right) {
  return {std::max(left.from, right.from), std::min(left.to, right.to)};
}

void add_led(const County& county, const std::string& allocation, const std::string& post,
             std::vector<Led>& led) {
  const std::string& of = county.allocations.get(allocation, "case_id");
  const Span held = common(span_of(county.allocations, allocation), span_of(county.posts, post));
  for (const std::string& status : county.statuses.where("case_id", of)) {
    if (county.statuses.get(status, "status") != "CIN") continue;
    const Span span = common(held, span_of(county.statuses, status));
    if (span.from >= span.to) continue;
    led.push_back({allocation + " + " + post + " + " + status, of,
                   county.allocations.get(allocation, "worker_id"), span});
  }
}

std::vector<Led> led_by_support_workers(const County& county) {
  std::vector<Led> led;
  for (const std::string& post : county.posts.where("role", "support_worker")) {
    for (const std::string& key :
         county.allocations.where("worker_id", county.posts.get(post, "worker_id"))) {
      if (county.allocations.get(key, "role") == "lead") add_led(county, key, post, led);
    }
  }
  return led;
}

std::vector<Date> visits_by(const County& county, const Led& led) {
  std::vector<Date> dates;
  for (const std::string& key : county.visits.where("case_id", led.case_id)) {
    if (county.visits.get(key, "worker_id") != led.worker) continue;
    dates.push_back(day(county.visits.get(key, "seen_on")));
  }
  std::sort(dates.begin(), dates.end());
  return dates;
}

Date in_a_week(Date since, int) { return plus(since, 7); }

void visit_weekly(County& county, const Led& led) {
  const Case of{led.case_id, "", led.span};
  for (const Date date : missing_days(county.random, visits_by(county, led), led.span, in_a_week)) {
    add_visit(county, of, led.worker, "other", date);
  }
}

// Moves what was expected since then to the list of a pack.
void list_for(County& county, const std::string& pack, std::size_t since) {
  std::vector<Planted>& list = county.planted_by_pack[pack];
  const auto first = county.planted.begin() + static_cast<std::ptrdiff_t>(since);
  list.insert(list.end(), first, county.planted.end());
  county.planted.erase(first, county.planted.end());
}

// ---- calderdale-fit ----

void plant_in_weekly_visits(County& county, const std::vector<Led>& led) {
  std::size_t planted = 0;
  for (const Led& each : led) {
    if (days_between(each.span.from, each.span.to) < 150 || planted == 3) continue;
    const int length = 14 + 7 * static_cast<int>(planted++);
    const Date from = plus(each.span.from, 60);
    for (const std::string& key : county.visits.where("case_id", each.case_id)) {
      const Date seen = day(county.visits.get(key, "seen_on"));
      if (from <= seen && seen < plus(from, length)) county.visits.erase(key);
    }
    expect_late(county, "CF-VR-001", each.subject, visits_by(county, each), each.span, in_a_week,
                "weeks without a visit by who leads the case");
  }
}

// The days on which nobody oversees; left open where an allocation of the case has no role.
void expect_of_oversight(County& county, const Led& led) {
  std::vector<Span> overseen;
  bool doubtful = false;
  for (const std::string& key : county.allocations.where("case_id", led.case_id)) {
    const std::string& role = county.allocations.get(key, "role");
    if (role == "overseer") overseen.push_back(span_of(county.allocations, key));
    doubtful = doubtful || (role.empty() && span_of(county.allocations, key).meets(led.span));
  }
  std::sort(overseen.begin(), overseen.end(), [](Span a, Span b) { return a.from < b.from; });
  Date covered = led.span.from;
  const auto expect = [&](Date until) {
    if (until <= covered) return;
    county.expect(
        "CF-AL-001", doubtful ? "unknown" : "violation", led.subject, Span{covered, until},
        doubtful ? "the role in an allocation is not recorded" : "nobody oversees the case");
  };
  for (const Span& each : overseen) {
    expect(std::min(each.from, led.span.to));
    covered = std::max(covered, each.to);
  }
  expect(led.span.to);
}

// Nobody supervised them for two months while they led a case.
void plant_in_supervision_of_leads(County& county, const Workforce& workforce) {
  const Span span{day("2024-03-04"), day("2025-02-03")};
  for (const char* gap : {"2024-06-03", "2024-09-09"}) {
    const Worker worker = add_supervised_worker(
        county, workforce,
        {"support_worker", "Family support worker", "", {kStart, kEnd}, {}, "employed"}, {});
    add_line(county, worker.id, workforce.managers.front().id, worker.in_post);
    complete_induction(county, worker.post);
    const Case made = add_overseen_case(county, workforce, span);
    complete_allocation(county, replace_leads(county, made, {{worker.id, span}}).front());
    for (const std::string& key : county.visits.where("case_id", made.id)) {
      county.visits.set(key, "worker_id", worker.id);
    }
    remove_dated(county.supervisions, "worker_id", worker.id, "held_on",
                 {day(gap), plus(day(gap), 60)});
    const std::size_t before = county.planted.size();
    const Due due = [](Date since, int) { return plus_months(since, 1); };
    expect_late(county, "CF-SV-001", worker.post + " + " + to_string(span.from),
                dates_of(county.supervisions, "worker_id", worker.id, "held_on"), span, due,
                "two months without a session");
    for (std::size_t i = before; i < county.planted.size(); ++i) {
      county.planted[i].verdict = "unknown";
    }
  }
}

// ---- four-weekly-supervision ----

bool pauses(const std::string& kind, Span away) {
  return (kind == "maternity" || kind == "sickness") && days_between(away.from, away.to) >= 28;
}

// The stretches of a post between long absences; nothing where one of these is doubtful.
std::vector<Span> stretches(const County& county, const std::string& post) {
  Span rest = span_of(county.posts, post);
  std::vector<Span> result;
  for (const std::string& key :
       county.absences.where("worker_id", county.posts.get(post, "worker_id"))) {
    const std::string& kind = county.absences.get(key, "kind");
    const Span away{day(county.absences.get(key, "starts_on")),
                    plus(day(county.absences.get(key, "ends_on")), 1)};
    if (kind.empty()) return {};
    if (!pauses(kind, away) || !away.meets(rest)) continue;
    result.push_back({rest.from, away.from});
    rest.from = away.to;
  }
  result.push_back(rest);
  return result;
}

void expect_four_weekly(County& county, const std::string& rule, const std::string& post) {
  const auto four_weeks = [](Date since, int) { return plus(since, 28); };
  const std::vector<Date> sessions =
      dates_of(county.supervisions, "worker_id", county.posts.get(post, "worker_id"), "held_on");
  const std::vector<Span> clocks = stretches(county, post);
  if (clocks.empty()) {
    county.expect(rule, "unknown", post, span_of(county.posts, post),
                  "why the worker was away is not recorded");
  }
  for (const Span& clock : clocks) {
    expect_late(county, rule, post, sessions, clock, four_weeks,
                "more than four weeks without a session");
  }
}

}  // namespace

void plant_in_local_packs(County& county, const Workforce& workforce) {
  const std::size_t before = county.planted.size();
  plant_in_supervision_of_leads(county, workforce);
  for (const Led& each : led_by_support_workers(county)) visit_weekly(county, each);
  const std::vector<Led> led = led_by_support_workers(county);
  plant_in_weekly_visits(county, led);
  for (const Led& each : led) expect_of_oversight(county, each);
  list_for(county, "calderdale-fit", before);
}

void expect_in_local_packs(County& county) {
  const std::size_t before = county.planted.size();
  for (const std::string& post : county.posts.where("role", "support_worker")) {
    expect_four_weekly(county, "FW-SV-001", post);
  }
  for (const char* role : {"social_worker", "senior_practitioner", "advanced_practitioner"}) {
    for (const std::string& post : county.posts.where("role", role)) {
      expect_four_weekly(county, "FW-SV-002", post);
    }
  }
  for (const std::string& post : county.posts.where("role", "")) {
    for (const char* rule : {"FW-SV-001", "FW-SV-002"}) {
      county.expect(rule, "unknown", post, span_of(county.posts, post), "the role is not recorded");
    }
  }
  list_for(county, "four-weekly-supervision", before);
}

}  // namespace example
