#include <algorithm>

#include "northshire/generator/cases.h"

namespace example {
namespace {

using remit::value::to_string;

void add_report(County& county, const Case& of, const Worker& author, const Worker& supervisor,
                const std::string& kind, Date date) {
  county.reports.add({of.id, author.id, supervisor.id, kind, "employed", to_string(date)});
}

void add_weekly_visits(County& county, const Case& of, const std::string& worker, Span span) {
  const Date first = working_day_on_or_before(plus(span.from, 6));
  add_visit(county, of, worker, "adoption", first);
  for (const Date date : recurring(county.random, {first, span.to}, 6, 7)) {
    add_visit(county, of, worker, "adoption", date);
  }
}

// Weekly to the first review, then as often as it decided.
void add_adoption_visits(County& county, const Case& of, const std::string& worker, Span span) {
  const Date review = working_day_on_or_before(plus(span.from, 26));
  add_weekly_visits(county, of, worker, {span.from, std::min(review, span.to)});
  if (review >= clipped(span.to)) return;
  add_visit(county, of, worker, "adoption", review);
  const std::string meeting = add_meeting(county, of, "adoption_review", worker, review);
  county.meetings.set(meeting, "visit_interval_days", "21");
  for (const Date date : recurring(county.random, {review, span.to}, 15, 20)) {
    add_visit(county, of, worker, "adoption", date);
  }
}

}  // namespace

AdoptionCase add_adoption_case(County& county, const Workforce& workforce, Span span, Date placed) {
  AdoptionCase made;
  const LookedAfterCase before =
      add_looked_after_case(county, workforce, {span.from, placed}, {}, Outlook::kUnsettled);
  made.of = before.of;
  made.of.span = span;
  made.placement_span = {placed, span.to};
  // The child stays looked after, and the officer goes on reviewing; the case is still open.
  county.cases.set(made.of.id, "closed_on", end_text(span.to));
  county.statuses.set(before.status, "ended_on", end_text(span.to));
  county.allocations.set(before.officer_allocation, "ended_on", end_text(span.to));
  const Worker& worker = pick(county.random, workforce.adoption_workers, made.placement_span);
  const Worker& supervisor = worker.id == workforce.adoption_workers.front().id
                                 ? workforce.adoption_workers.back()
                                 : workforce.adoption_workers.front();
  made.worker = worker.id;
  allocate(county, made.of, worker.id, "lead", made.placement_span);
  add_status(county, made.of, "PLACED_FOR_ADOPTION", made.placement_span);
  made.placement = add_placement(county, made.of, "adoption", made.placement_span);
  add_report(county, made.of, worker, supervisor, "child_permanence", plus(placed, -60));
  add_report(county, made.of, worker, supervisor, "placement", plus(placed, -20));
  add_adoption_visits(county, made.of, worker.id, made.placement_span);
  return made;
}

}  // namespace example
