#include "northshire/generator/cases.h"

namespace example {
namespace {

using remit::value::to_string;

void add_assessment(County& county, const Case& of, const std::string& lead, Date date) {
  const std::string referral = county.referrals.add({of.id, to_string(date), to_string(date)});
  const Date done = plus(date, county.random.between(14, 55));
  county.assessments.add({of.id, referral, lead, "s17", to_string(date), end_text(done), ""});
  add_activity(county, of, lead, "s17_assessment", date);
}

void add_plan_and_visits(County& county, const Case& of, Span span) {
  const Date planned = plus(span.from, 30);
  if (planned < clipped(span.to)) county.plans.add({of.id, "cin", to_string(planned)});
  add_visits(county, of, "other", recurring(county.random, span, 22, 40));
}

const char* level_of_need(County& county) { return county.random.chance(60) ? "lower" : "higher"; }

}  // namespace

Case add_need_case(County& county, const Workforce& workforce, Span span) {
  const std::string team = county.random.pick(
      county.random.chance(40) ? workforce.assessment_teams : workforce.safeguarding_teams);
  Case need = open_case(county, workforce, team, span);
  allocate_leads(county, workforce.social_workers, need, span);
  add_status(county, need, "CIN", span, level_of_need(county));
  add_assessment(county, need, lead_on(county, need.id, span.from), span.from);
  add_plan_and_visits(county, need, span);
  return need;
}

Case add_overseen_case(County& county, const Workforce& workforce, Span span) {
  Case need = open_case(county, workforce, county.random.pick(workforce.support_teams), span);
  allocate_leads(county, workforce.support_workers, need, span);
  const Worker& manager = pick(county.random, workforce.managers, span, need.team);
  allocate(county, need, manager.id, "overseer", span);
  add_status(county, need, "CIN", span, "lower");
  add_assessment(county, need, lead_on(county, need.id, span.from), span.from);
  add_plan_and_visits(county, need, span);
  return need;
}

}  // namespace example
