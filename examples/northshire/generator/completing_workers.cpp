// What is recorded of workers besides posts and sessions: training, reviews of assessed years, and
// the assignments of agency workers.
#include <algorithm>

#include "northshire/generator/completing.h"

namespace example {
namespace {

using remit::value::to_string;

void add_course(County& county, const std::string& worker, const std::string& kind, Date date,
                bool with_peer) {
  county.training.add(
      {worker, kind, to_string(working_day_on_or_before(date)), "3", with_peer ? "true" : "false"});
}

// Two pieces of development in each whole year of registration, one of them with a peer.
void add_development(County& county, const std::string& entry) {
  const Table& entries = county.registrations;
  const Date from = day(entries.get(entry, "valid_from"));
  const std::string& last = entries.get(entry, "valid_to");
  const Date to = last.empty() ? kEnd : plus(day(last), 1);
  const std::string& worker = entries.get(entry, "worker_id");
  for (Date start = day("2020-12-01"); plus_months(start, 12) <= to;
       start = plus_months(start, 12)) {
    if (start < from) continue;
    add_course(county, worker, "cpd", plus(start, county.random.between(20, 150)), true);
    add_course(county, worker, "cpd", plus(start, county.random.between(180, 330)), false);
  }
}

Span span_of(const Table& table, const std::string& key) {
  const std::string& end = table.get(key, "ended_on");
  return {day(table.get(key, "started_on")), end.empty() ? kEnd : day(end)};
}

bool is_agency_post(const County& county, const std::string& post) {
  const std::string& role = county.posts.get(post, "role");
  return county.posts.get(post, "engagement") == "agency" &&
         (role == "social_worker" || role == "senior_practitioner");
}

}  // namespace

void complete_induction(County& county, const std::string& post) {
  const Date start = day(county.posts.get(post, "started_on"));
  add_course(county, county.posts.get(post, "worker_id"), "induction",
             plus(start, county.random.between(5, 60)), false);
}

void complete_reviews(County& county, const std::string& year) {
  const Date from = day(county.asye.get(year, "started_on"));
  const std::string& last = county.asye.get(year, "ended_on");
  for (const Date date :
       recurring(county.random, {from, last.empty() ? kEnd : day(last)}, 80, 88)) {
    county.asye_reviews.add({year, to_string(date)});
  }
}

std::string complete_assignment(County& county, const std::string& post, Date left) {
  const std::string& worker = county.posts.get(post, "worker_id");
  const Span held = span_of(county.posts, post);
  county.employments.add({worker, "english_la", "direct", "child_family", "false", "false", "false",
                          "north", "resigned", "2014-09-01", to_string(left)});
  return county.assignments.add(
      {worker, county.councils.last(), "4", "false", to_string(held.from), end_text(held.to)});
}

void complete_workers(County& county) {
  for (const std::string& post : county.posts.where("role", "support_worker")) {
    complete_induction(county, post);
  }
  for (const std::string& year : county.asye.keys()) complete_reviews(county, year);
  for (const std::string& post : county.posts.where("engagement", "agency")) {
    if (is_agency_post(county, post)) {
      complete_assignment(county, post, plus(day(county.posts.get(post, "started_on")), -120));
    }
  }
}

void complete_development(County& county) {
  const Span years{day("2021-12-01"), kEnd};
  for (const std::string& entry : county.registrations.keys()) {
    const std::string& regulator = county.registrations.get(entry, "regulator");
    const std::string& status = county.registrations.get(entry, "status");
    if (regulator == "SWE") add_development(county, entry);
    if (!regulator.empty() && !status.empty()) continue;
    const std::string what = regulator.empty() ? "which register it is is not recorded"
                                               : "the status of the register entry is not recorded";
    county.expect("EC-RG-010-2020", "unknown", entry, Span{day("2020-12-01"), years.from}, what);
    county.expect("EC-RG-010", "unknown", entry, years, what);
    county.expect("EC-RG-011", "unknown", entry, years, what);
  }
}

}  // namespace example
