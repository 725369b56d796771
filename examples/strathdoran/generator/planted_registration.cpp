#include "strathdoran/generator/area.h"

namespace example {
namespace {

using remit::value::to_string;

const char* kTitle = "bears the title without being on the register";

Worker add_new(County& county, const Area& area, Span in_post, const std::vector<Span>& registered,
               const char* title = "Social worker") {
  return add_practitioner(
      county, area,
      {"social_worker", title, area.workforce.looked_after_teams.front(), in_post, {}, "employed"},
      registered);
}

void plant_in_titles(County& county, const Area& area) {
  const std::string& team = area.workforce.safeguarding_teams.front();
  const auto add = [&](const char* title, Span in_post) {
    return add_practitioner(county, area, {"other", title, team, in_post, {}, "employed"}, {});
  };
  for (const char* from : {"2021-02-01", "2024-03-04"}) {
    const Worker worker = add("Community social worker", {day(from), kEnd});
    county.expect("SC-RG-001", "unknown", worker.post, worker.in_post, kTitle);
  }
  add("Social work assistant", {kFirst, kEnd});
}

// Practised in Scotland before: registered on each day from the change of June 2024 on.
void plant_in_posts(County& county, const Area& area) {
  const Span lapsed{day("2025-01-20"), day("2025-03-03")};
  const Worker back = add_new(county, area, {day("2022-08-01"), kEnd},
                              {{day("2016-06-01"), lapsed.from}, {lapsed.to, kEnd}});
  county.expect("SC-RG-003", "violation", back.post, lapsed,
                "the entry ended; restored six weeks later");
  county.expect("SC-RG-001", "unknown", back.post, lapsed, kTitle);
  const Span gone{day("2025-11-03"), kEnd};
  const Worker never =
      add_new(county, area, {day("2023-02-06"), kEnd}, {{day("2016-06-01"), gone.from}});
  county.expect("SC-RG-003", "violation", never.post, gone, "removed from the register");
  county.expect("SC-RG-001", "unknown", never.post, gone, kTitle);
  // Gone before the day from which this is judged.
  const Span before{day("2024-02-05"), day("2024-06-03")};
  const Worker earlier = add_new(county, area, {day("2021-02-01"), before.to},
                                 {{day("2016-06-01"), before.from}}, "Practitioner");
  county.posts.set(earlier.post, "ended_on", to_string(before.to));
}

// New to social work in Scotland: six months to register, on the register of England until then.
void plant_in_newcomers(County& county, const Area& area) {
  const auto add = [&](const char* from, const char* registered) {
    const Span in_post{day(from), kEnd};
    const Worker worker = add_new(county, area, in_post, {{day(registered), kEnd}});
    county.workers.set(worker.id, "former_scottish_practice", "false");
    add_registration(county, worker.id, {day("2020-01-06"), day(registered)});
    const Date due = plus_months(in_post.from, 6);
    if (day(registered) <= due) return;
    county.expect("SC-RG-002", "unknown", worker.post, Span{plus(due, 1), plus(day(registered), 1)},
                  "registered later than six months after the start");
    county.expect("SC-RG-003", "violation", worker.post, Span{plus(due, 1), day(registered)},
                  "not registered when the time to register was over");
  };
  add("2024-09-02", "2025-02-24");
  add("2024-09-02", "2025-04-14");
  add("2025-02-03", "2025-10-06");
  const Worker unstated =
      add_new(county, area, {day("2024-10-07"), kEnd}, {{day("2025-02-03"), kEnd}});
  county.workers.set(unstated.id, "former_scottish_practice", "");
  add_registration(county, unstated.id, {day("2020-01-06"), day("2025-02-03")});
  const char* what = "whether the worker practised in Scotland before is not recorded";
  county.expect("SC-RG-002", "unknown", unstated.post, unstated.in_post.from, what);
  county.planted.push_back({"SC-RG-003", "unknown", unstated.post, "", "", what});
}

}  // namespace

void plant_in_registration(County& county, const Area& area) {
  plant_in_titles(county, area);
  plant_in_posts(county, area);
  plant_in_newcomers(county, area);
}

}  // namespace example
