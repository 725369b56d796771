#include <algorithm>

#include "northshire/generator/cases.h"

namespace example {
namespace {

using remit::value::to_string;

void add_reviews(County& county, const Case& of, const std::string& officer, Span span) {
  const Date first = plus_working_days(span.from, county.random.between(12, 19));
  if (first >= clipped(span.to)) return;
  add_meeting(county, of, "lac_review", officer, first);
  const Date second = working_day_on_or_before(plus(first, county.random.between(70, 88)));
  if (second >= clipped(span.to)) return;
  add_meeting(county, of, "lac_review", officer, second);
  for (const Date date : recurring(county.random, {second, span.to}, 150, 178)) {
    add_meeting(county, of, "lac_review", officer, date);
  }
}

// From when on the last visit before may be followed by a longer wait.
int longest_wait(Outlook outlook, Date last, Date settled) {
  if (outlook == Outlook::kUnsettled || last < settled) return 41;
  return outlook == Outlook::kToEighteen ? 88 : 178;
}

void add_placement_visits(County& county, const Case& of, Span span, Outlook outlook) {
  const Date settled = plus_months(span.from, 12);
  Date last = plus(span.from, county.random.between(2, 6));
  while (last < clipped(span.to)) {
    add_visit(county, of, lead_on(county, of.id, last), "statutory", last);
    const int longest = longest_wait(outlook, last, settled);
    const Date next = plus(last, county.random.between(longest * 3 / 4, longest));
    last = working_day_on_or_before(next);
  }
}

void settle(County& county, const std::string& placement, Span span, Outlook outlook) {
  if (outlook == Outlook::kUnsettled) return;
  const std::string decided = to_string(plus(span.from, 200));
  if (plus_months(span.from, 12) >= clipped(span.to)) return;
  county.placements.set(placement, "intended_to_18_on", decided);
  if (outlook != Outlook::kLongTerm) return;
  county.placements.set(placement, "kind", "long_term_foster");
  county.placements.set(placement, "long_term_on", decided);
  county.placements.set(placement, "child_agreed_on", to_string(plus(span.from, 230)));
}

}  // namespace

LookedAfterCase add_looked_after_case(County& county, const Workforce& workforce, Span span,
                                      const std::vector<Date>& moves, Outlook outlook) {
  LookedAfterCase made;
  const std::string team = county.random.pick(workforce.looked_after_teams);
  made.of = open_case(county, workforce, team, span);
  made.leads = allocate_leads(county, workforce.social_workers, made.of, span);
  const Worker& officer = pick(county.random, workforce.reviewing_officers, span);
  made.officer_allocation = allocate(county, made.of, officer.id, "iro", span);
  made.status = add_status(county, made.of, "LAC", span);
  county.plans.add({made.of.id, "care", to_string(span.from)});
  add_reviews(county, made.of, officer.id, span);
  Date start = span.from;
  for (std::size_t i = 0; i <= moves.size(); ++i) {
    const Span stay{start, i < moves.size() ? moves[i] : span.to};
    const std::string kind = county.random.chance(80) ? "foster" : "childrens_home";
    const Outlook settled = i == moves.size() ? outlook : Outlook::kUnsettled;
    made.placements.push_back(add_placement(county, made.of, kind, stay));
    made.placement_spans.push_back(stay);
    settle(county, made.placements.back(), stay, settled);
    add_placement_visits(county, made.of, stay, settled);
    start = stay.to;
  }
  return made;
}

}  // namespace example
