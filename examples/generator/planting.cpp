#include "generator/planting.h"

#include <algorithm>

#include "generator/supervision.h"

namespace example {
namespace {

bool is_casework(const std::string& role) {
  return role == "lead" || role == "co" || role == "personal_adviser";
}

Date end_of(const std::string& text) { return text.empty() ? kEnd : day(text); }

// The two rules that compare an officer's allocation with those of caseworkers.
void expect_pair(County& county, const std::string& first, const std::string& second,
                 const std::string& what) {
  const Date from = std::max(day(county.allocations.get(first, "started_on")),
                             day(county.allocations.get(second, "started_on")));
  for (const char* rule : {"EC-AL-005", "EC-AL-006"}) {
    county.expect(rule, "unknown", first + " + " + second, from, what);
  }
}

}  // namespace

Worker add_supervised_worker(County& county, const Workforce& workforce, NewWorker wanted,
                             const std::vector<Span>& registered) {
  if (wanted.team.empty()) wanted.team = workforce.safeguarding_teams.front();
  wanted.registered.reset();
  Worker worker = add_worker(county, workforce, wanted);
  for (const Span& span : registered) add_registration(county, worker.id, span);
  supervise(county, worker.id, workforce.managers.front().id, worker.in_post, {});
  return worker;
}

Worker add_social_worker(County& county, const Workforce& workforce, Span in_post) {
  NewWorker wanted;
  wanted.in_post = in_post;
  return add_supervised_worker(county, workforce, wanted, {always_registered()});
}

std::vector<Date> dates_of(const Table& table, const std::string& column, const std::string& value,
                           const std::string& date_column) {
  std::vector<Date> dates;
  for (const std::string& key : table.where(column, value)) {
    const std::string& text = table.get(key, date_column);
    if (!text.empty()) dates.push_back(day(text));
  }
  std::sort(dates.begin(), dates.end());
  return dates;
}

void remove_dated(Table& table, const std::string& column, const std::string& value,
                  const std::string& date_column, Span span) {
  for (const std::string& key : table.where(column, value)) {
    const Date date = day(table.get(key, date_column));
    if (span.from <= date && date < span.to) table.erase(key);
  }
}

void expect_late(County& county, const std::string& rule, const std::string& subject,
                 const std::vector<Date>& events, Span clock, const Due& due,
                 const std::string& what) {
  const Date end = clipped(clock.to);
  Date since = clock.from;
  int number = 0;
  for (const Date event : events) {
    if (event <= since || event >= end) continue;
    const Date last = due(since, number++);
    if (event > last) {
      county.expect(rule, "violation", subject, Span{plus(last, 1), plus(event, 1)}, what);
    }
    since = event;
  }
  const Date last = due(since, number);
  if (plus(end, -1) > last) {
    county.expect(rule, "violation", subject, Span{plus(last, 1), end}, what);
  }
}

std::vector<std::string> replace_leads(County& county, const Case& of,
                                       const std::vector<Tenure>& tenures) {
  for (const std::string& key : county.allocations.where("case_id", of.id)) {
    if (county.allocations.get(key, "role") == "lead") county.allocations.erase(key);
  }
  std::vector<std::string> keys;
  for (const Tenure& tenure : tenures) {
    keys.push_back(allocate(county, of, tenure.worker, "lead", tenure.span));
  }
  return keys;
}

void blank_role(County& county, const std::string& allocation, const std::string& what) {
  Table& table = county.allocations;
  table.set(allocation, "role", "");
  const Span span{day(table.get(allocation, "started_on")),
                  end_of(table.get(allocation, "ended_on"))};
  county.expect("EC-RG-004", "unknown", allocation, span, what);
  for (const std::string& other : table.where("case_id", table.get(allocation, "case_id"))) {
    const std::string& role = table.get(other, "role");
    if (is_casework(role)) expect_pair(county, allocation, other, what);
    if (role == "iro") expect_pair(county, other, allocation, what);
  }
}

}  // namespace example
