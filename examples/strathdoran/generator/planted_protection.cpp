#include <algorithm>

#include "strathdoran/generator/area.h"

namespace example {
namespace {

const Date kGuidance = day("2021-09-02");

Protection add_from(County& county, const Area& area, const char* start) {
  return add_protection(county, area, day(start));
}

// The first core group on a day so many days after the planning meeting.
void meet_first(County& county, const Protection& made, Date date) {
  for (const std::string& key : county.meetings.where("case_id", made.of.id)) {
    const bool early = day(county.meetings.get(key, "held_on")) < date;
    if (county.meetings.get(key, "kind") == "core_group" && early) county.meetings.erase(key);
  }
  add_meeting(county, made.of, "core_group", lead_on(county, made.of.id, date), date);
}

void plant_in_leads(County& county, const Area& area) {
  const std::string& support = area.support_workers.front().id;
  for (const char* start : {"2022-03-08", "2025-05-13"}) {
    const Protection made = add_from(county, area, start);
    const Span first{made.of.span.from, plus(made.investigated.from, 5)};
    const std::string lead = lead_on(county, made.of.id, made.investigated.to);
    replace_leads(county, made.of, {{support, first}, {lead, {first.to, made.of.span.to}}});
    county.expect("SC-AL-001", "violation", made.investigation, first,
                  "a support worker held the case in the first days");
  }
  const Protection nobody = add_from(county, area, "2024-02-06");
  const Span rest{plus(nobody.investigated.from, 3), nobody.of.span.to};
  replace_leads(county, nobody.of, {{lead_on(county, nobody.of.id, rest.from), rest}});
  county.expect("SC-AL-001", "violation", nobody.investigation,
                Span{nobody.investigated.from, rest.from}, "allocated three days into it");
}

void plant_in_who_investigates(County& county, const Area& area) {
  const auto plant = [&](const char* start, const std::string& worker, const char* verdict,
                         const char* what) {
    const Protection made = add_from(county, area, start);
    county.activities.set(made.activity, "worker_id", worker);
    if (day(start) < kGuidance) return;
    county.expect("SC-RT-001.investigation", verdict, made.activity, day(start), what);
  };
  const std::string& support = area.support_workers[1].id;
  plant("2022-06-14", support, "violation", "a support worker led the investigation");
  plant("2025-01-14", support, "violation", "a support worker led the investigation");
  plant("2024-11-12", "", "unknown", "who led the investigation is not recorded");
  plant("2021-09-01", support, "", "");
}

// Investigations that led to the meeting too late, by both editions of the guidance.
void plant_in_meetings(County& county, const Area& area) {
  const auto plant = [&](const char* start, int days, const char* rule, int allowed) {
    const Date from = plus(day(start), days);
    const Protection made = add_protection(county, area, day(start), days, {from, plus(from, 200)});
    if (days <= allowed) return;
    county.expect(rule, "violation", made.investigation,
                  Span{plus(day(start), allowed + 1), plus(from, 1)},
                  "the meeting came later than the guidance of the time allowed");
  };
  plant("2020-09-08", 21, "SC-CP-001-2014", 21);
  plant("2020-10-13", 22, "SC-CP-001-2014", 21);
  plant("2021-09-01", 27, "SC-CP-001-2014", 21);
  plant("2021-09-02", 27, "SC-CP-001", 28);
  plant("2022-10-11", 28, "SC-CP-001", 28);
  plant("2022-11-08", 29, "SC-CP-001", 28);
  plant("2025-03-11", 44, "SC-CP-001", 28);
}

void plant_in_core_groups(County& county, const Area& area) {
  const auto late = [&](const char* start, int days, const char* rule, const char* verdict,
                        Date last) {
    const Date from = plus(day(start), 14);
    const Protection made = add_protection(county, area, day(start), 14, {from, plus(from, 240)});
    const Date met = plus(from, days);
    meet_first(county, made, met);
    county.expect(rule, verdict, made.registered, Span{plus(last, 1), plus(met, 1)},
                  "the first core group met late");
  };
  const auto calendar_days = [](const char* start) { return plus(day(start), 14 + 15); };
  const auto working_days = [](const char* start) {
    return plus_scottish_working_days(plus(day(start), 14), 15);
  };
  for (const char* start : {"2020-03-10", "2021-01-12"}) {
    late(start, 20, "SC-CP-002-2014", "violation", calendar_days(start));
  }
  // Within 15 working days, but not within 15 days: the guidance of 2021 does not say which.
  for (const char* start : {"2022-02-08", "2023-05-09"}) {
    late(start, 20, "SC-CP-002-2021", "unknown", calendar_days(start));
  }
  for (const char* start : {"2024-04-16", "2025-11-18"}) {
    late(start, 32, "SC-CP-002", "violation", working_days(start));
  }
}

void plant_in_reviews_of_plans(County& county, const Area& area) {
  const Due due = [](Date since, int number) { return plus_months(since, number == 0 ? 3 : 6); };
  for (const std::size_t left_out : {0U, 1U}) {
    const Date from = day("2020-02-25");
    const Protection made =
        add_protection(county, area, plus(from, -14), 14, {from, day("2021-06-01")});
    std::vector<std::string> reviews;
    for (const std::string& key : county.meetings.where("case_id", made.of.id)) {
      if (county.meetings.get(key, "kind") == "rcpc") reviews.push_back(key);
    }
    county.meetings.erase(reviews.at(left_out));
    reviews.erase(reviews.begin() + static_cast<std::ptrdiff_t>(left_out));
    std::vector<Date> held;
    for (const std::string& key : reviews) held.push_back(day(county.meetings.get(key, "held_on")));
    expect_late(county, "SC-CP-003-2014", made.registered, held, made.on_register, due,
                "a review of the plan was left out");
  }
}

}  // namespace

void plant_in_investigations(County& county, const Area& area) {
  plant_in_leads(county, area);
  plant_in_who_investigates(county, area);
  plant_in_meetings(county, area);
}

void plant_in_planning(County& county, const Area& area) {
  plant_in_core_groups(county, area);
  plant_in_reviews_of_plans(county, area);
}

void expect_open_reviews(County& county) {
  for (const std::string& status : county.statuses.where("status", "CP")) {
    const std::string& end = county.statuses.get(status, "ended_on");
    const Span span{day(county.statuses.get(status, "started_on")), end.empty() ? kEnd : day(end)};
    if (span.to <= kGuidance) continue;
    county.expect("SC-CP-003-2014", "unknown", status,
                  Span{std::max(span.from, kGuidance), span.to},
                  "how often a plan is reviewed since September 2021 is not written down");
  }
}

}  // namespace example
