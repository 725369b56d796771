#include "northshire/generator/years.h"

namespace example {

Year add_year(County& county, const Workforce& workforce, const char* start,
              const std::vector<Pause>& pauses) {
  NewWorker wanted;
  wanted.team = workforce.assessment_teams.back();
  wanted.in_post = {day(start), kEnd};
  wanted.registered = Span{plus(day(start), -40), kEnd};
  const Worker worker = add_worker(county, workforce, wanted);
  const std::string manager = workforce.managers[1].id;
  int paused = 0;
  for (const Pause& pause : pauses) paused += days_between(pause.span.from, pause.span.to);
  const Span span{day(start), plus(plus_months(day(start), 12), paused)};
  Year year{add_assessed_year(county, worker.id, manager, span, pauses), manager};
  if (span.to < kEnd) supervise(county, worker.id, manager, {span.to, kEnd}, {});
  return year;
}

}  // namespace example
