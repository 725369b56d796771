#include "strathdoran/generator/area.h"

namespace example {

using remit::value::to_string;

const Date kFirst = day("2020-01-06");

Span long_registered() { return {day("2016-06-01"), kEnd}; }

Worker add_practitioner(County& county, const Area& area, const NewWorker& wanted,
                        const std::vector<Span>& registered) {
  Worker worker = add_worker(county, area.workforce, wanted);
  county.workers.set(worker.id, "former_scottish_practice", "true");
  for (const Span& span : registered) add_registration(county, worker.id, span, "SSSC");
  return worker;
}

Area make_area(County& county) {
  Area area;
  Workforce& workforce = area.workforce;
  workforce.council = county.councils.add({"scotland", "west"});
  for (const char* kind : {"child protection", "child protection", "looked after"}) {
    const std::string team = county.teams.add({workforce.council, kind, to_string(kFirst), ""});
    NewWorker wanted;
    wanted.team = team;
    wanted.in_post = {kFirst, kEnd};
    for (int i = 0; i < 4; ++i) {
      workforce.social_workers.push_back(add_practitioner(county, area, wanted));
    }
    const NewWorker support{"support_worker", "Family support worker", team, wanted.in_post, {},
                            "employed"};
    area.support_workers.push_back(add_practitioner(county, area, support, {}));
    const bool looked_after = std::string(kind) == "looked after";
    (looked_after ? workforce.looked_after_teams : workforce.safeguarding_teams).push_back(team);
  }
  return area;
}

}  // namespace example
