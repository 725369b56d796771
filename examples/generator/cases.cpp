#include "generator/cases.h"

#include <algorithm>

namespace example {
namespace {

using remit::value::to_string;

// A new family, or the one before: brothers and sisters come one after the other.
std::string family_of(County& county) {
  if (county.random.chance(30) && county.families.size() > 0) return county.families.last();
  return county.families.add({});
}

}  // namespace

Case open_case(County& county, const Workforce& workforce, const std::string& team, Span span) {
  const std::string family = family_of(county);
  const Date born = plus(span.from, -county.random.between(200, 5800));
  const std::string name = "Child " + std::to_string(county.people.size() + 1);
  const std::string person = county.people.add({name, family, to_string(born)});
  const std::string id =
      county.cases.add({person, workforce.council, team, to_string(span.from), end_text(span.to)});
  return {id, team, span};
}

std::string add_status(County& county, const Case& of, const std::string& status, Span span,
                       const std::string& need) {
  return county.statuses.add(
      {of.id, status, need, "", to_string(span.from), end_text(span.to), "", ""});
}

std::string allocate(County& county, const Case& to, const std::string& worker,
                     const std::string& role, Span span) {
  const Date recorded = std::min(plus(span.from, county.random.between(0, 3)), kAsOf);
  return county.allocations.add(
      {to.id, worker, role, "", "", to_string(recorded), to_string(span.from), end_text(span.to)});
}

std::vector<std::string> allocate_leads(County& county, const std::vector<Worker>& from,
                                        const Case& to, Span span) {
  std::vector<std::string> allocations;
  Date start = span.from;
  const Date end = clipped(span.to);
  while (start < end) {
    Date change = plus(start, county.random.between(120, 420));
    if (days_between(change, end) < 30) change = end;
    const Worker& worker = pick(county.random, from, {start, change}, to.team);
    allocations.push_back(allocate(county, to, worker.id, "lead", {start, change}));
    start = change;
  }
  return allocations;
}

std::string lead_on(const County& county, const std::string& case_id, Date date) {
  const std::string text = to_string(date);
  for (const std::string& key : county.allocations.where("case_id", case_id)) {
    const std::string& end = county.allocations.get(key, "ended_on");
    if (county.allocations.get(key, "role") == "lead" &&
        county.allocations.get(key, "started_on") <= text && (end.empty() || text < end)) {
      return county.allocations.get(key, "worker_id");
    }
  }
  return "";
}

std::string add_activity(County& county, const Case& of, const std::string& worker,
                         const std::string& task, Date date) {
  return county.activities.add({of.id, worker, task, to_string(date)});
}

std::string add_visit(County& county, const Case& of, const std::string& worker,
                      const std::string& kind, Date date) {
  const Date recorded = std::min(plus(date, county.random.between(0, 9)), kAsOf);
  const bool alone = county.random.chance(85);
  const std::string reason = alone ? "" : county.random.chance(50) ? "refused" : "unable";
  const bool adoption = kind == "adoption";
  const bool report = kind == "private_fostering" || adoption;
  return county.visits.add({of.id, worker, kind, to_string(date), to_string(recorded), "in_person",
                            alone ? "true" : "false", reason, adoption ? "true" : "",
                            report ? to_string(recorded) : ""});
}

void add_visits(County& county, const Case& of, const std::string& kind,
                const std::vector<Date>& dates) {
  for (const Date date : dates) add_visit(county, of, lead_on(county, of.id, date), kind, date);
}

std::string add_meeting(County& county, const Case& of, const std::string& kind,
                        const std::string& chair, Date date) {
  const Date recorded = std::min(plus(date, county.random.between(0, 12)), kAsOf);
  const std::string text = to_string(date);
  return county.meetings.add({of.id, kind, chair, text, "", text, kind == "strategy" ? "true" : "",
                              "", to_string(recorded)});
}

std::string add_placement(County& county, const Case& of, const std::string& kind, Span span) {
  return county.placements.add({of.id, kind, to_string(span.from), end_text(span.to), "", "", ""});
}

}  // namespace example
