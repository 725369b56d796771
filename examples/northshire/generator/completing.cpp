#include "northshire/generator/completing.h"

#include <algorithm>

namespace example {
namespace {

using remit::value::to_string;

Span span_of(const Table& table, const std::string& key) {
  const std::string& end = table.get(key, "ended_on");
  return {day(table.get(key, "started_on")), end.empty() ? kEnd : day(end)};
}

// A day before the wait ends: in the middle of a long gap, or shortly before it would be late.
Date day_between(Random& random, Date since, Date last, Date next) {
  const Date late = plus(last, -random.between(0, 4));
  const Date middle = plus(since, days_between(since, next) / 2);
  return std::max(working_day_on_or_before(std::min(late, middle)), plus(since, 1));
}

std::string chair_of(const County& county, const std::string& case_id, const std::string& kind) {
  for (const std::string& key : county.meetings.where("case_id", case_id)) {
    if (county.meetings.get(key, "kind") == kind) return county.meetings.get(key, "chair_id");
  }
  return "";
}

bool held_by_support_worker(const County& county, const std::string& allocation) {
  const std::string& worker = county.allocations.get(allocation, "worker_id");
  const auto posts = county.posts.where("worker_id", worker);
  return std::any_of(posts.begin(), posts.end(), [&](const std::string& post) {
    return county.posts.get(post, "role") == "support_worker";
  });
}

}  // namespace

std::vector<Date> missing_days(Random& random, const std::vector<Date>& events, Span clock,
                               const Due& due) {
  std::vector<Date> missing;
  const Date end = clipped(clock.to);
  Date since = clock.from;
  for (int number = 0;; ++number) {
    const auto event = std::upper_bound(events.begin(), events.end(), since);
    const Date next = event == events.end() ? end : std::min(*event, end);
    const Date last = due(since, number);
    if (next > last && plus(end, -1) > last) {
      since = day_between(random, since, last, next);
      missing.push_back(since);
    } else if (next == end) {
      return missing;
    } else {
      since = next;
    }
  }
}

std::vector<Date> meeting_dates(const County& county, const std::string& case_id,
                                const std::string& kind) {
  std::vector<Date> dates;
  for (const std::string& key : county.meetings.where("case_id", case_id)) {
    const std::string& completed = county.meetings.get(key, "completed_on");
    if (county.meetings.get(key, "kind") == kind && !completed.empty()) {
      dates.push_back(day(completed));
    }
  }
  std::sort(dates.begin(), dates.end());
  return dates;
}

Date core_group_due(Date since, int number) {
  return number == 0 ? plus_working_days(since, 10) : plus(since, 28);
}

Date review_conference_due(Date since, int number) {
  return plus_months(since, number == 0 ? 3 : 6);
}

Date adoption_review_due(Date since, int number) {
  return number == 0 ? plus(since, 28) : plus_months(since, number == 1 ? 3 : 6);
}

void complete_plan(County& county, const std::string& status) {
  const Span plan = span_of(county.statuses, status);
  const Case of{county.statuses.get(status, "case_id"), "", plan};
  const std::string chair = chair_of(county, of.id, "icpc");
  for (const Date date : missing_days(county.random, meeting_dates(county, of.id, "rcpc"), plan,
                                      review_conference_due)) {
    add_meeting(county, of, "rcpc", chair, date);
  }
  for (const Date date : missing_days(county.random, meeting_dates(county, of.id, "core_group"),
                                      plan, core_group_due)) {
    add_meeting(county, of, "core_group", lead_on(county, of.id, date), date);
  }
}

void complete_adoption(County& county, const std::string& placement) {
  const Span span = span_of(county.placements, placement);
  const Case of{county.placements.get(placement, "case_id"), "", span};
  for (const Date date :
       missing_days(county.random, meeting_dates(county, of.id, "adoption_review"), span,
                    adoption_review_due)) {
    const std::string meeting =
        add_meeting(county, of, "adoption_review", lead_on(county, of.id, date), date);
    county.meetings.set(meeting, "visit_interval_days", "21");
  }
}

void complete_fostering(County& county, const std::string& status) {
  const Date notified = day(county.statuses.get(status, "notified_on"));
  const Case of{county.statuses.get(status, "case_id"), "", span_of(county.statuses, status)};
  const Date first = plus_working_days(notified, county.random.between(2, 6));
  if (first < clipped(of.span.to)) {
    add_visit(county, of, lead_on(county, of.id, first), "private_fostering", first);
  }
  for (const std::string& visit : county.visits.where("case_id", of.id)) {
    if (county.visits.get(visit, "seen_alone") == "false") {
      county.visits.set(visit, "alone_reason", "inappropriate");
    }
  }
}

void complete_allocation(County& county, const std::string& allocation) {
  if (!held_by_support_worker(county, allocation)) return;
  const Date start = day(county.allocations.get(allocation, "started_on"));
  const Date checked = working_day_on_or_before(plus(start, -county.random.between(0, 5)));
  county.allocations.set(allocation, "suitability_checked_on", to_string(checked));
}

void complete_everything(County& county) {
  for (const std::string& status : county.statuses.where("status", "CP")) {
    complete_plan(county, status);
  }
  for (const std::string& placement : county.placements.where("kind", "adoption")) {
    complete_adoption(county, placement);
  }
  for (const std::string& status : county.statuses.where("status", "PRIVATE_FOSTERING")) {
    complete_fostering(county, status);
  }
  for (const char* role : {"lead", "co"}) {
    for (const std::string& allocation : county.allocations.where("role", role)) {
      complete_allocation(county, allocation);
    }
  }
  for (const std::string& post : county.posts.where("role", "iro")) {
    add_experience(county, county.posts.get(post, "worker_id"), "2009", false);
  }
}

}  // namespace example
