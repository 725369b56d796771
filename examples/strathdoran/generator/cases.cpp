#include <algorithm>

#include "strathdoran/generator/area.h"

namespace example {
namespace {

using remit::value::to_string;

Case open_led(County& county, const Area& area, const std::string& team, Span span) {
  Case made = open_case(county, area.workforce, team, span);
  allocate_leads(county, area.workforce.social_workers, made, span);
  return made;
}

void hold(County& county, const Case& of, const char* kind, Date date) {
  if (date < kEnd) add_meeting(county, of, kind, lead_on(county, of.id, date), date);
}

// The first within three months, then every six.
void add_reviews_of_plan(County& county, const Case& of, Span plan) {
  const Date first = working_day_on_or_before(plus(plan.from, county.random.between(70, 85)));
  if (first >= clipped(plan.to)) return;
  hold(county, of, "rcpc", first);
  for (const Date date : recurring(county.random, {first, plan.to}, 150, 178)) {
    hold(county, of, "rcpc", date);
  }
}

void visit(County& county, const Case& of, Date date) {
  const std::string key = add_visit(county, of, lead_on(county, of.id, date), "statutory", date);
  county.visits.set(key, "report_on", county.visits.get(key, "recorded_on"));
}

void add_stay(County& county, const LookedAfter& made, Span stay) {
  Date last = plus(stay.from, county.random.between(2, 6));
  while (last < clipped(stay.to)) {
    visit(county, made.of, last);
    last = working_day_on_or_before(plus(last, county.random.between(60, 86)));
  }
}

void add_reviews(County& county, const Case& of, Span span) {
  const Date first = working_day_on_or_before(plus(span.from, county.random.between(25, 40)));
  if (first >= clipped(span.to)) return;
  hold(county, of, "lac_review", first);
  const Date second = working_day_on_or_before(plus(first, county.random.between(70, 88)));
  if (second >= clipped(span.to)) return;
  hold(county, of, "lac_review", second);
  for (const Date date : recurring(county.random, {second, span.to}, 150, 178)) {
    hold(county, of, "lac_review", date);
  }
}

Date any_day(Random& random, int last_days) {
  return working_day_on_or_before(
      plus(kFirst, random.between(10, days_between(kFirst, kEnd) - last_days)));
}

}  // namespace

Protection add_protection(County& county, const Area& area, Date start, int days,
                          Span on_register) {
  Protection made;
  const Date end = std::max(on_register.to, plus(start, days));
  const std::string& team = county.random.pick(area.workforce.safeguarding_teams);
  made.of = open_led(county, area, team, {start, plus(end, 30)});
  made.investigated = {start, plus(start, days)};
  made.investigation = add_status(county, made.of, "S47", made.investigated);
  const std::string lead = lead_on(county, made.of.id, start);
  made.activity = add_activity(county, made.of, lead, "s47_enquiry", start);
  county.referrals.add({made.of.id, to_string(start), to_string(start)});
  hold(county, made.of, "strategy", start);
  hold(county, made.of, "icpc", made.investigated.to);
  made.on_register = on_register;
  made.registered = add_status(county, made.of, "CP", on_register);
  const Date first = plus(on_register.from, county.random.between(8, 14));
  if (first < clipped(on_register.to)) hold(county, made.of, "core_group", first);
  for (const Date date : recurring(county.random, {first, on_register.to}, 20, 40)) {
    hold(county, made.of, "core_group", date);
  }
  add_reviews_of_plan(county, made.of, on_register);
  add_visits(county, made.of, "cp", recurring(county.random, on_register, 7, 14));
  return made;
}

Protection add_protection(County& county, const Area& area, Date start) {
  const int days = county.random.between(12, 20);
  const Date from = plus(start, days);
  return add_protection(county, area, start, days,
                        {from, plus(from, county.random.between(150, 500))});
}

LookedAfter add_looked_after(County& county, const Area& area, Span span,
                             const std::vector<Date>& moves) {
  LookedAfter made;
  made.of = open_led(county, area, area.workforce.looked_after_teams.front(), span);
  add_status(county, made.of, "LAC", span);
  Date from = span.from;
  for (std::size_t i = 0; i <= moves.size(); ++i) {
    const Span stay{from, i < moves.size() ? moves[i] : span.to};
    const char* kind = county.random.chance(70) ? "foster" : "reg24";
    made.placements.push_back(add_placement(county, made.of, kind, stay));
    made.stays.push_back(stay);
    add_stay(county, made, stay);
    from = stay.to;
  }
  add_reviews(county, made.of, span);
  return made;
}

LookedAfter add_secure(County& county, const Area& area, Span span) {
  LookedAfter made = add_looked_after(county, area, span);
  county.placements.set(made.placements.front(), "kind", "secure");
  const Date first = plus(span.from, 5);
  hold(county, made.of, "secure_review", first);
  for (const Date date : recurring(county.random, {first, span.to}, 22, 28)) {
    hold(county, made.of, "secure_review", date);
  }
  return made;
}

void make_caseload(County& county, const Area& area) {
  for (int i = 0; i < 60; ++i) add_protection(county, area, any_day(county.random, 40));
  for (int i = 0; i < 40; ++i) {
    const Date from = any_day(county.random, 30);
    const Span span{from, plus(from, county.random.between(120, 900))};
    std::vector<Date> moves;
    const Date move = plus(from, county.random.between(60, 110));
    if (county.random.chance(40) && plus(move, 20) < clipped(span.to)) moves.push_back(move);
    add_looked_after(county, area, span, moves);
  }
  for (const char* from : {"2022-05-09", "2024-10-07", "2025-12-08"}) {
    add_secure(county, area, {day(from), plus(day(from), 75)});
  }
}

}  // namespace example
