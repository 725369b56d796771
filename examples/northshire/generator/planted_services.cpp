// Beside the cases: carers, homes, panels and their advisers, officers' caseloads, managers who are
// no social workers.
#include "generator/planting.h"
#include "generator/supervision.h"
#include "northshire/generator/planted.h"

namespace example {
namespace {

using remit::value::to_string;

struct Carer {
  std::string id;
  std::string link;
  Span approval;
};

Carer add_carer(County& county, const std::string& worker, Date from) {
  Carer made;
  made.approval = {from, kEnd};
  made.id = county.carers.add({to_string(from), ""});
  made.link = county.carer_workers.add({made.id, worker, to_string(from), ""});
  for (Date year = from; year < kEnd; year = plus_months(year, 12)) {
    const auto visit = [&](int days, const char* unannounced) {
      const Date date = working_day_on_or_before(plus(year, days));
      if (date < kEnd) county.carer_visits.add({made.id, to_string(date), unannounced});
    };
    visit(county.random.between(30, 120), "false");
    visit(county.random.between(150, 300), "true");
  }
  return made;
}

void plant_in_carers(County& county, const Workforce& workforce) {
  const std::string worker = workforce.adoption_workers.back().id;
  for (int i = 0; i < 30; ++i) {
    add_carer(county, worker, plus(kStart, county.random.between(5, 700)));
  }
  for (const char* from : {"2024-03-04", "2024-11-11"}) {
    const Carer carer = add_carer(county, worker, day("2023-05-08"));
    county.carer_workers.set(carer.link, "ended_on", from);
    const Date back = plus(day(from), 35);
    county.carer_workers.add({carer.id, worker, to_string(back), ""});
    county.expect("EC-AL-013", "violation", carer.id, Span{day(from), back},
                  "no supervising social worker for five weeks");
  }
  for (const char* from : {"2023-06-05", "2024-01-15"}) {
    const Carer carer = add_carer(county, worker, day(from));
    for (const std::string& visit : county.carer_visits.where("carer_id", carer.id)) {
      const Date held = day(county.carer_visits.get(visit, "held_on"));
      if (held < plus_months(day(from), 12)) county.carer_visits.set(visit, "unannounced", "false");
    }
    county.expect("EC-FC-001", "violation", carer.id, Span{day(from), plus_months(day(from), 12)},
                  "no visit of the first year was unannounced");
  }
}

void plant_in_homes(County& county) {
  for (const char* left_out : {"", "2024-05-01", "2025-08-01"}) {
    const std::string home = county.homes.add({to_string(kStart), ""});
    for (Date month = kStart; month < kEnd; month = plus_months(month, 1)) {
      if (to_string(month) == left_out) continue;
      const Date date = working_day_on_or_before(plus(month, county.random.between(10, 24)));
      county.home_visits.add({home, to_string(date)});
    }
    if (*left_out == '\0') continue;
    county.expect("EC-CH-001", "violation", home,
                  Span{day(left_out), plus_months(day(left_out), 1)},
                  "no independent person came in that month");
  }
}

void plant_in_panels(County& county, const Workforce& workforce) {
  const std::string panel = county.panels.add({to_string(kStart), ""});
  const std::string& experienced = workforce.adoption_workers.front().id;
  int number = 0;
  for (Date month = plus(kStart, 9); month < kEnd; month = plus_months(month, 1)) {
    const Date held = working_day_on_or_before(month);
    const std::string meeting = county.panel_meetings.add({panel, to_string(held)});
    county.attendees.add({meeting, workforce.managers.front().id});
    ++number;
    const bool missing = number == 8 || number == 21;
    if (missing) {
      county.attendees.add({meeting, workforce.support_workers.front().id});
      county.expect("EC-QL-004", "violation", meeting, held,
                    "sat without a social worker of three years' experience");
    } else {
      county.attendees.add({meeting, experienced});
    }
  }
}

Worker add_adviser(County& county, const Workforce& workforce, Span in_post,
                   std::optional<Span> registered, const char* since) {
  Worker adviser = add_worker(county, workforce,
                              {"agency_adviser", "Agency adviser", workforce.adoption_team, in_post,
                               registered, "employed"});
  add_experience(county, adviser.id, since, true);
  return adviser;
}

void plant_in_advisers(County& county, const Workforce& workforce) {
  add_adviser(county, workforce, {kStart, kEnd}, always_registered(), "2010");
  const Span second{day("2023-09-04"), day("2025-02-03")};
  const Worker none = add_adviser(county, workforce, second, {}, "2010");
  county.expect("EC-QL-002", "violation", none.post, second, "on no register");
  const Span third{day("2025-02-03"), kEnd};
  const Worker lapsed =
      add_adviser(county, workforce, third, Span{day("2019-12-02"), day("2025-12-01")}, "2012");
  county.expect("EC-QL-002", "violation", lapsed.post, Span{day("2025-12-01"), kEnd},
                "the renewal of 2025 was missed");
  for (const char* since : {"2020", "2021"}) {
    const Worker recent = add_adviser(county, workforce, third, always_registered(), since);
    county.expect("EC-QL-003", "violation", recent.post, third.from,
                  "less than five years of experience");
  }
}

// Officers of a day or two a week, who took over too many children.
void plant_in_officers_caseloads(County& county, const Workforce& workforce) {
  const auto open = [&] {
    std::vector<std::string> keys;
    for (const Worker& officer : workforce.reviewing_officers) {
      for (const std::string& key : county.allocations.where("worker_id", officer.id)) {
        const bool is_open = county.allocations.get(key, "ended_on").empty();
        if (is_open && county.allocations.get(key, "role") == "iro") keys.push_back(key);
      }
    }
    return keys;
  }();
  std::size_t next = 0;
  const auto plant = [&](const char* fte, std::size_t children, bool too_many) {
    const Worker officer = add_worker(county, workforce,
                                      {"iro",
                                       "Independent reviewing officer",
                                       workforce.review_team,
                                       {kStart, kEnd},
                                       always_registered(),
                                       "employed"});
    add_experience(county, officer.id, "2009", false);
    county.posts.set(officer.post, "fte", fte);
    for (std::size_t i = 0; i < children; ++i) {
      county.allocations.set(open.at(next++), "worker_id", officer.id);
    }
    if (!too_many) return;
    county.expect("EC-CL-001", "violation", officer.post, kAsOf,
                  "more than seventy children for each full post");
  };
  plant("0.1", 8, true);
  plant("0.2", 15, true);
  plant("0.1", 7, false);
}

// A line manager who is no social worker, and what the worker has beside.
void plant_in_professional_supervision(County& county, const Workforce& workforce) {
  const Worker manager =
      add_worker(county, workforce,
                 {"service_manager", "Service manager", "", {kStart, kEnd}, {}, "employed"});
  const Due due = [](Date since, int) { return plus_months(since, 1); };
  for (const char* gap : {"", "2024-04-01", "2025-06-02"}) {
    const Date left = *gap == '\0' ? day("2025-09-01") : kEnd;
    const Worker worker = add_social_worker(county, workforce, {day("2023-10-02"), left});
    const std::string line = add_line(county, worker.id, manager.id, worker.in_post);
    std::vector<Date> held;
    for (const Date date : recurring(county.random, worker.in_post, 23, 28)) {
      const bool left_out = *gap != '\0' && date >= day(gap) && date < plus(day(gap), 50);
      if (left_out) continue;
      add_supervision(county, worker.id, workforce.managers[2].id, date, {"professional", 60});
      held.push_back(date);
    }
    if (*gap == '\0') continue;
    const std::size_t before = county.planted.size();
    expect_late(county, "EC-SV-005", line + " + " + worker.post, held, worker.in_post, due,
                "two months without a session with a social worker");
    for (std::size_t i = before; i < county.planted.size(); ++i) {
      county.planted[i].verdict = "unknown";
    }
  }
}

}  // namespace

void plant_in_services(County& county, const Workforce& workforce) {
  plant_in_carers(county, workforce);
  plant_in_homes(county);
  plant_in_panels(county, workforce);
  plant_in_advisers(county, workforce);
  plant_in_officers_caseloads(county, workforce);
  plant_in_professional_supervision(county, workforce);
}

}  // namespace example
