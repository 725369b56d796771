#include <algorithm>

#include "generator/planting.h"
#include "northshire/generator/planted.h"

namespace example {
namespace {

using remit::value::to_string;

void leave_open(County& county, const std::string& rule, const std::string& subject,
                const std::string& what) {
  county.planted.push_back({rule, "unknown", subject, "", "", what});
}

Span span_of(const Table& table, const std::string& key) {
  const std::string& end = table.get(key, "ended_on");
  return {day(table.get(key, "started_on")), end.empty() ? kEnd : day(end)};
}

void expect_of_visits(County& county) {
  for (const std::string& visit : county.visits.where("kind", "")) {
    const Date seen = day(county.visits.get(visit, "seen_on"));
    for (const char* rule : {"EC-AD-003", "EC-AL-010", "EC-LA-007", "EC-PF-002", "EC-PF-003"}) {
      county.expect(rule, "unknown", visit, seen, "which duty the visit answers is not recorded");
    }
  }
}

void expect_of_allocations(County& county) {
  const std::string what = "the role in the allocation is not recorded";
  for (const std::string& allocation : county.allocations.where("role", "")) {
    const Span span = span_of(county.allocations, allocation);
    county.expect("EC-AL-017", "unknown", allocation, span.from, what);
    // Nobody oversaw the case of a child in need before the guidance of 2023.
    if (span.from >= day("2023-12-15")) {
      county.expect("EC-AL-007", "unknown", allocation, span, what);
    }
    const std::string& of = county.allocations.get(allocation, "case_id");
    for (const std::string& status : county.statuses.where("case_id", of)) {
      if (county.statuses.get(status, "status") == "LAC") {
        leave_open(county, "EC-AL-011", status, what);
      }
    }
  }
}

void expect_of_placements(County& county) {
  const std::string what = "what kind of placement it is is not recorded";
  for (const std::string& placement : county.placements.where("kind", "")) {
    const Span span = span_of(county.placements, placement);
    for (const char* rule : {"EC-AD-001", "EC-LA-001", "EC-LA-002", "EC-LA-005", "EC-SA-001"}) {
      county.expect(rule, "unknown", placement, span, what);
    }
    for (const char* rule : {"EC-LR-003", "EC-LR-004"}) {
      county.expect(rule, "unknown", placement, span.from, what);
    }
    for (const char* rule : {"EC-SB-003", "EC-SB-004"}) {
      county.expect(rule, "unknown", placement, plus(span.to, -1), what);
    }
    for (const char* rule : {"EC-SB-001", "EC-SB-002"}) {
      leave_open(county, rule, county.placements.get(placement, "case_id"), what);
    }
  }
}

// The day until which the child of a case was looked after.
Date looked_after_until(const County& county, const std::string& of) {
  for (const std::string& status : county.statuses.where("case_id", of)) {
    if (county.statuses.get(status, "status") == "LAC") return span_of(county.statuses, status).to;
  }
  return kEnd;
}

void expect_of_meetings(County& county) {
  for (const std::string& meeting : county.meetings.where("kind", "")) {
    for (const char* rule : {"EC-CP-001", "EC-SA-002"}) {
      county.expect(rule, "unknown", meeting, day(county.meetings.get(meeting, "held_on")),
                    "what kind of meeting it was is not recorded");
    }
  }
  for (const std::string& review : county.meetings.where("kind", "lac_review")) {
    const std::string& adjourned = county.meetings.get(review, "adjourned_on");
    if (adjourned.empty()) continue;
    const std::string& completed = county.meetings.get(review, "completed_on");
    const Date last = plus_working_days(day(adjourned), 20);
    const Date end = completed.empty()
                         ? looked_after_until(county, county.meetings.get(review, "case_id"))
                         : day(completed);
    county.expect("EC-LR-001", "violation", review, Span{plus(last, 1), plus(end, 1)},
                  completed.empty() ? "the adjourned review was never completed"
                                    : "the adjourned review was completed late");
  }
}

void expect_of_orders(County& county) {
  for (const std::string& order : county.orders.where("kind", "")) {
    const Date start = day(county.orders.get(order, "started_on"));
    const std::string& worker = county.orders.get(order, "worker_id");
    for (const std::string& allocation : county.allocations.where("worker_id", worker)) {
      const Span held = span_of(county.allocations, allocation);
      if (held.to <= start) continue;
      county.expect("EC-RG-005", "unknown", allocation + " + " + order, std::max(start, held.from),
                    "what the order forbids is not recorded");
    }
  }
}

// Ended in the middle of a year of registration, with no entry of the worker from the next day on.
bool ended_early(const County& county, const std::string& entry) {
  const std::string& end = county.registrations.get(entry, "valid_to");
  if (end.empty() || end.substr(4) == "-11-30") return false;
  const std::string next = to_string(plus(day(end), 1));
  const auto entries =
      county.registrations.where("worker_id", county.registrations.get(entry, "worker_id"));
  return std::none_of(entries.begin(), entries.end(), [&](const std::string& other) {
    return county.registrations.get(other, "valid_from") == next;
  });
}

void expect_of_other_register(County& county, const std::string& entry, const std::string& what) {
  const std::string& worker = county.registrations.get(entry, "worker_id");
  for (const std::string& post : county.posts.where("worker_id", worker)) {
    if (county.posts.get(post, "role") != "social_worker") continue;
    county.expect("EC-RG-014", "unknown", post + " + " + entry, span_of(county.posts, post), what);
  }
}

void expect_of_registrations(County& county) {
  const Table& entries = county.registrations;
  const std::string which = "which register it is is not recorded";
  for (const std::string& entry : entries.where("status", "")) {
    county.expect("EC-RG-013", "unknown", entry, day(entries.get(entry, "valid_from")),
                  "the status of the register entry is not recorded");
  }
  for (const std::string& entry : entries.where("regulator", "")) {
    const Date from = day(entries.get(entry, "valid_from"));
    county.expect("EC-RG-008", "unknown", entry, from, which);
    county.expect("EC-RG-013", "unknown", entry, from, which);
    expect_of_other_register(county, entry, which);
  }
  for (const std::string& entry : entries.where("regulator", "HCPC")) {
    if (!entries.get(entry, "valid_to").empty()) continue;
    county.expect("EC-RG-008", "unknown", entry, day(entries.get(entry, "valid_from")),
                  "no end on the register that ended in 2019");
  }
  for (const std::string& entry : entries.where("regulator", "SSSC")) {
    expect_of_other_register(county, entry, "nine months on a register of another country");
  }
  for (const std::string& entry : entries.where("type", "full")) {
    if (!ended_early(county, entry)) continue;
    county.expect("EC-RG-009", "unknown", entry, day(entries.get(entry, "valid_to")),
                  "ended in the middle of a year of registration");
  }
}

void expect_of_enquiries(County& county) {
  for (const std::string& activity : county.activities.where("worker_id", "")) {
    if (county.activities.get(activity, "task") != "s47_enquiry") continue;
    county.expect("EC-RT-005", "unknown", activity,
                  day(county.activities.get(activity, "started_on")),
                  "who led the enquiry is not recorded");
  }
}

void expect_of_reports(County& county) {
  for (const std::string& report : county.reports.where("supervisor_id", "")) {
    if (county.reports.get(report, "kind") == "other") continue;
    county.expect("EC-RT-006", "unknown", report, day(county.reports.get(report, "dated_on")),
                  "no supervisor is recorded");
  }
  for (const std::string& post : county.posts.where("engagement", "independent")) {
    const std::string& worker = county.posts.get(post, "worker_id");
    for (const std::string& report : county.reports.where("supervisor_id", worker)) {
      county.expect("EC-RT-006", "violation", report, day(county.reports.get(report, "dated_on")),
                    "the supervisor is not employed by the agency");
    }
  }
}

void expect_of_support_workers(County& county) {
  for (const std::string& post : county.posts.where("role", "support_worker")) {
    if (!county.lines.where("worker_id", county.posts.get(post, "worker_id")).empty()) continue;
    county.expect("EC-SV-006", "unknown", post, span_of(county.posts, post),
                  "nobody manages the support worker");
  }
}

}  // namespace

void expect_consequences(County& county) {
  expect_of_visits(county);
  expect_of_allocations(county);
  expect_of_placements(county);
  expect_of_meetings(county);
  expect_of_orders(county);
  expect_of_registrations(county);
  expect_of_enquiries(county);
  expect_of_reports(county);
  expect_of_support_workers(county);
}

}  // namespace example
