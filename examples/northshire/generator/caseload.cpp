#include <algorithm>

#include "northshire/generator/cases.h"

namespace example {
namespace {

const Date kOthersMayLead = day("2023-12-15");

// A stretch of `shortest` to `longest` days that begins somewhere in the three years; what would
// end after the export is still open in it.
Span any_span(Random& random, int shortest, int longest) {
  const int latest = days_between(kStart, kEnd) - 20;
  const Date from = plus(kStart, random.between(0, latest));
  return {working_day_on_or_before(std::max(from, plus(kStart, 2))),
          plus(from, random.between(shortest, longest))};
}

std::vector<Date> any_moves(Random& random, Span span) {
  std::vector<Date> moves;
  Date next = plus(span.from, random.between(60, 400));
  while (moves.size() < 3 && plus(next, 30) < clipped(span.to) && random.chance(45)) {
    moves.push_back(next);
    next = plus(next, random.between(30, 300));
  }
  return moves;
}

Outlook any_outlook(Random& random) {
  const int draw = random.between(1, 100);
  return draw <= 50 ? Outlook::kUnsettled : draw <= 75 ? Outlook::kToEighteen : Outlook::kLongTerm;
}

void add_any_need_case(County& county, const Workforce& workforce) {
  const Span span = any_span(county.random, 60, 420);
  if (span.from >= kOthersMayLead && county.random.chance(25)) {
    add_overseen_case(county, workforce, span);
  } else {
    add_need_case(county, workforce, span);
  }
}

void add_any_looked_after_case(County& county, const Workforce& workforce) {
  const Span span = any_span(county.random, 40, 1500);
  const std::vector<Date> moves = any_moves(county.random, span);
  add_looked_after_case(county, workforce, span, moves, any_outlook(county.random));
}

void add_any_adoption_case(County& county, const Workforce& workforce) {
  const Date from = plus(kStart, county.random.between(2, 500));
  const Date placed = plus(from, county.random.between(200, 400));
  const Date ordered = plus(placed, county.random.between(120, 300));
  add_adoption_case(county, workforce, {from, ordered}, placed);
}

}  // namespace

void make_caseload(County& county, const Workforce& workforce) {
  for (int i = 0; i < 1400; ++i) {
    const int draw = county.random.between(1, 1000);
    if (draw <= 470) {
      add_any_need_case(county, workforce);
    } else if (draw <= 620) {
      add_protection_case(county, workforce, any_span(county.random, 230, 640));
    } else if (draw <= 650) {
      const Span enquiry = any_span(county.random, 9, 20);
      add_enquiry_case(county, workforce, enquiry);
    } else if (draw <= 860) {
      add_any_looked_after_case(county, workforce);
    } else if (draw <= 875) {
      add_any_adoption_case(county, workforce);
    } else if (draw <= 890) {
      add_privately_fostered_case(county, workforce, any_span(county.random, 60, 800));
    } else if (draw <= 945) {
      add_care_leaver_case(county, workforce, any_span(county.random, 200, 1500));
    } else {
      add_early_help_case(county, workforce, any_span(county.random, 40, 250));
    }
  }
}

}  // namespace example
