#include "generator/supervision.h"

#include <algorithm>

namespace example {
namespace {

using remit::value::to_string;

// Weekly, fortnightly and monthly sessions of an assessed year. Its first stages last longer by
// what was paused in them; a pause ends the clock and a new one starts on the day after.
std::vector<Date> sessions_of_year(Random& random, Span span, const std::vector<Pause>& pauses) {
  std::vector<Date> dates;
  Date weekly_until = plus(span.from, 42);
  Date fortnightly_until = plus_months(span.from, 6);
  Date last = span.from;
  auto pause = pauses.begin();
  while (last < clipped(span.to)) {
    const int longest = last < weekly_until ? 7 : last < fortnightly_until ? 14 : 27;
    Date next = working_day_on_or_before(plus(last, random.between(longest - 1, longest)));
    next = std::max(next, plus(last, 1));
    if (pause != pauses.end() && next >= pause->span.from) {
      const int length = days_between(pause->span.from, pause->span.to);
      if (pause->span.from < weekly_until) weekly_until = plus(weekly_until, length);
      if (pause->span.from < fortnightly_until) fortnightly_until = plus(fortnightly_until, length);
      last = (pause++)->span.to;
      continue;
    }
    if (next < clipped(span.to)) dates.push_back(next);
    last = next;
  }
  return dates;
}

}  // namespace

std::string add_supervision(County& county, const std::string& worker,
                            const std::string& supervisor, Date held_on, const Session& session) {
  const Date recorded = std::min(plus(held_on, county.random.between(0, 4)), kAsOf);
  return county.supervisions.add({worker, supervisor, session.kind, to_string(held_on),
                                  to_string(recorded), std::to_string(session.minutes), "false"});
}

void supervise(County& county, const std::string& worker, const std::string& supervisor, Span span,
               const std::vector<Span>& away) {
  Date from = span.from;
  for (const Span& absence : away) {
    for (const Date date : recurring(county.random, {from, absence.from}, 23, 28)) {
      add_supervision(county, worker, supervisor, date,
                      {"individual", county.random.between(90, 120)});
    }
    from = absence.to;
  }
  for (const Date date : recurring(county.random, {from, span.to}, 23, 28)) {
    add_supervision(county, worker, supervisor, date,
                    {"individual", county.random.between(90, 120)});
  }
}

AssessedYear add_assessed_year(County& county, const std::string& worker,
                               const std::string& supervisor, Span span,
                               const std::vector<Pause>& pauses) {
  const Date planned = plus(plus_months(span.from, 12), -1);
  const bool over = span.to < kEnd;
  const std::string last_day = over ? to_string(plus(span.to, -1)) : "";
  const std::string id =
      county.asye.add({worker, to_string(span.from), to_string(planned), last_day, last_day});
  for (const Pause& pause : pauses) {
    county.pauses.add(
        {id, to_string(pause.span.from), to_string(plus(pause.span.to, -1)), pause.agreed});
  }
  int number = 0;
  for (const Date date : sessions_of_year(county.random, span, pauses)) {
    const std::string kind = ++number % 4 == 0 ? "reflective" : "individual";
    add_supervision(county, worker, supervisor, date, {kind, 90});
  }
  return {id, worker, span};
}

}  // namespace example
