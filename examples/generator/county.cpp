#include "generator/county.h"

namespace example {

void County::expect(const std::string& rule, const std::string& verdict, const std::string& subject,
                    Span span, const std::string& what) {
  planted.push_back({rule, verdict, subject, remit::value::to_string(span.from),
                     remit::value::to_string(clipped(span.to)), what});
}

void County::expect(const std::string& rule, const std::string& verdict, const std::string& subject,
                    Date date, const std::string& what) {
  expect(rule, verdict, subject, Span{date, plus(date, 1)}, what);
}

std::vector<const Table*> County::tables() const {
  return {
      &councils,      &teams,       &workers,        &posts,        &lines,          &employments,
      &registrations, &orders,      &qualifications, &absences,     &asye,           &pauses,
      &supervisions,  &families,    &people,         &cases,        &statuses,       &referrals,
      &assessments,   &allocations, &activities,     &meetings,     &visits,         &placements,
      &plans,         &reports,     &training,       &asye_reviews, &assignments,    &approvals,
      &court_orders,  &notices,     &reviewers,      &secure_days,  &carers,         &carer_workers,
      &carer_visits,  &homes,       &home_visits,    &panels,       &panel_meetings, &attendees};
}

}  // namespace example
