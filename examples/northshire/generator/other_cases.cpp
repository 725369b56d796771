#include <algorithm>

#include "northshire/generator/cases.h"

namespace example {

using remit::value::to_string;

FosteredCase add_privately_fostered_case(County& county, const Workforce& workforce, Span span) {
  FosteredCase made;
  made.of = open_case(county, workforce, county.random.pick(workforce.assessment_teams), span);
  allocate_leads(county, workforce.social_workers, made.of, span);
  // The child had come some weeks before the council knew.
  made.status =
      county.statuses.add({made.of.id, "PRIVATE_FOSTERING", "", "", to_string(plus(span.from, -30)),
                           end_text(span.to), to_string(span.from), to_string(span.from)});
  const Date first_year = plus_months(span.from, 12);
  std::vector<Date> dates =
      recurring(county.random, {span.from, std::min(first_year, span.to)}, 30, 41);
  Date last = dates.empty() ? span.from : dates.back();
  while (last < first_year && plus(last, 42) < clipped(span.to)) {
    last = working_day_on_or_before(plus(last, 41));
    dates.push_back(last);
  }
  for (const Date date : recurring(county.random, {last, span.to}, 60, 83)) dates.push_back(date);
  add_visits(county, made.of, "private_fostering", dates);
  return made;
}

void add_care_leaver_case(County& county, const Workforce& workforce, Span span) {
  const Case leaver = open_case(county, workforce, workforce.leaving_care_team, span);
  add_status(county, leaver, "CARE_LEAVER", span);
  const Worker& adviser = pick(county.random, workforce.advisers, span);
  allocate(county, leaver, adviser.id, "personal_adviser", span);
  county.plans.add({leaver.id, "pathway", to_string(span.from)});
  for (const Date date : recurring(county.random, span, 40, 56)) {
    add_visit(county, leaver, adviser.id, "personal_adviser", date);
  }
  for (const Date date : recurring(county.random, span, 140, 178)) {
    add_meeting(county, leaver, "pathway_review", adviser.id, date);
  }
}

void add_early_help_case(County& county, const Workforce& workforce, Span span) {
  const Case help = open_case(county, workforce, county.random.pick(workforce.support_teams), span);
  add_status(county, help, "EARLY_HELP", span);
  allocate_leads(county, workforce.support_workers, help, span);
  add_visits(county, help, "other", recurring(county.random, span, 14, 35));
}

}  // namespace example
