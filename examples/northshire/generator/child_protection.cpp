#include <algorithm>

#include "northshire/generator/cases.h"

namespace example {
namespace {

// The strategy discussion, the enquiry and who led it.
void add_enquiry(County& county, ProtectionCase& made, Span enquiry) {
  made.enquiry_span = enquiry;
  made.enquiry = add_status(county, made.of, "S47", enquiry);
  const std::string lead = lead_on(county, made.of.id, enquiry.from);
  made.enquiry_activity = add_activity(county, made.of, lead, "s47_enquiry", enquiry.from);
  add_meeting(county, made.of, "strategy", lead, enquiry.from);
}

void add_conferences(County& county, const Case& of, const std::string& chair, Span plan) {
  add_meeting(county, of, "icpc", chair, plan.from);
  for (const Date date : recurring(county.random, {plus(plan.from, 70), plan.to}, 10, 170)) {
    add_meeting(county, of, "rcpc", chair, date);
  }
  for (const Date date : recurring(county.random, plan, 25, 40)) {
    add_meeting(county, of, "core_group", lead_on(county, of.id, date), date);
  }
}

}  // namespace

ProtectionCase add_protection_case(County& county, const Workforce& workforce, Span span) {
  ProtectionCase made;
  made.of = open_case(county, workforce, county.random.pick(workforce.safeguarding_teams), span);
  allocate_leads(county, workforce.social_workers, made.of, span);
  const Date enquiry = working_day_on_or_before(plus(span.from, county.random.between(25, 60)));
  const Date conference = plus_working_days(enquiry, county.random.between(9, 14));
  const int months = county.random.between(5, 14);
  const Date ends = std::min(plus_months(conference, months), plus(span.to, -40));
  add_status(county, made.of, "CIN", {span.from, conference}, "higher");
  if (enquiry >= kEnd) return made;
  add_enquiry(county, made, {enquiry, conference});
  if (conference >= kEnd) return made;
  made.plan_span = {conference, ends > conference ? ends : span.to};
  made.plan = add_status(county, made.of, "CP", made.plan_span);
  county.plans.add({made.of.id, "cp", remit::value::to_string(conference)});
  add_visits(county, made.of, "cp", recurring(county.random, made.plan_span, 12, 26));
  add_conferences(county, made.of,
                  pick(county.random, workforce.reviewing_officers, made.plan_span).id,
                  made.plan_span);
  if (made.plan_span.to < span.to && made.plan_span.to < kEnd) {
    add_status(county, made.of, "CIN", {made.plan_span.to, span.to}, "lower");
  }
  return made;
}

ProtectionCase add_enquiry_case(County& county, const Workforce& workforce, Span enquiry) {
  ProtectionCase made;
  made.of = open_case(county, workforce, county.random.pick(workforce.assessment_teams), enquiry);
  allocate_leads(county, workforce.social_workers, made.of, enquiry);
  add_enquiry(county, made, enquiry);
  return made;
}

}  // namespace example
