#include "northshire/generator/workforce.h"

#include "generator/supervision.h"

namespace example {
namespace {

using remit::value::to_string;

std::string add_team(County& county, const std::string& council, const std::string& kind) {
  return county.teams.add({council, kind, to_string(kStart), ""});
}

void make_teams(County& county, Workforce& workforce) {
  for (int i = 0; i < 3; ++i) {
    workforce.assessment_teams.push_back(add_team(county, workforce.council, "assessment"));
  }
  for (int i = 0; i < 4; ++i) {
    workforce.safeguarding_teams.push_back(add_team(county, workforce.council, "safeguarding"));
  }
  for (int i = 0; i < 3; ++i) {
    workforce.looked_after_teams.push_back(add_team(county, workforce.council, "looked after"));
  }
  for (int i = 0; i < 2; ++i) {
    workforce.support_teams.push_back(add_team(county, workforce.council, "family support"));
  }
  workforce.leaving_care_team = add_team(county, workforce.council, "leaving care");
  workforce.adoption_team = add_team(county, workforce.council, "adoption");
  workforce.review_team = add_team(county, workforce.council, "reviewing service");
}

// A worker who is supervised by the manager, with line and sessions.
Worker add_member(County& county, const Workforce& workforce, const Worker& manager,
                  NewWorker wanted) {
  wanted.team = manager.team;
  Worker member = add_worker(county, workforce, wanted);
  add_line(county, member.id, manager.id, member.in_post);
  if (wanted.role == "social_worker" && county.random.chance(18)) {
    const Date from = plus(kStart, county.random.between(120, 700));
    const Span absence{from, plus(from, county.random.between(150, 280))};
    if (member.in_post.contains(absence) && absence.to < kEnd) {
      add_absence(county, member.id, "maternity", absence);
      member.away.push_back(absence);
    }
  }
  supervise(county, member.id, manager.id, member.in_post, member.away);
  return member;
}

Worker add_manager(County& county, Workforce& workforce, const std::string& team) {
  Worker manager = add_worker(
      county, workforce,
      {"team_manager", "Team manager", team, {kStart, kEnd}, always_registered(), "employed"});
  workforce.managers.push_back(manager);
  return manager;
}

// A post that one worker leaves and another takes over on the same day.
void add_turnover(County& county, Workforce& workforce, const Worker& manager) {
  const Date change = plus(kStart, county.random.between(200, 900));
  NewWorker leaver;
  leaver.in_post.to = change;
  leaver.registered = always_registered();
  NewWorker joiner;
  joiner.in_post.from = change;
  joiner.registered = always_registered();
  joiner.engagement = county.random.chance(30) ? "agency" : "employed";
  workforce.social_workers.push_back(add_member(county, workforce, manager, leaver));
  workforce.social_workers.push_back(add_member(county, workforce, manager, joiner));
}

void add_newly_qualified(County& county, const Workforce& workforce, const Worker& manager,
                         Date start) {
  NewWorker wanted;
  wanted.team = manager.team;
  wanted.in_post = {start, kEnd};
  wanted.registered = Span{plus(start, -30), kEnd};
  const Worker worker = add_worker(county, workforce, wanted);
  add_line(county, worker.id, manager.id, worker.in_post);
  const Span year{start, plus_months(start, 12)};
  add_assessed_year(county, worker.id, manager.id, year);
  if (year.to < kEnd) supervise(county, worker.id, manager.id, {year.to, kEnd}, {});
}

void make_field_team(County& county, Workforce& workforce, const std::string& team, int members) {
  const Worker manager = add_manager(county, workforce, team);
  NewWorker senior;
  senior.role = county.random.chance(50) ? "senior_practitioner" : "advanced_practitioner";
  senior.title =
      senior.role == "senior_practitioner" ? "Senior social worker" : "Advanced practitioner";
  senior.registered = always_registered();
  workforce.social_workers.push_back(add_member(county, workforce, manager, senior));
  NewWorker social_worker;
  social_worker.registered = always_registered();
  for (int i = 0; i < members; ++i) {
    workforce.social_workers.push_back(add_member(county, workforce, manager, social_worker));
  }
  add_turnover(county, workforce, manager);
}

void make_support_team(County& county, Workforce& workforce, const std::string& team) {
  const Worker manager = add_manager(county, workforce, team);
  for (int i = 0; i < 5; ++i) {
    NewWorker support{"support_worker", "Family support worker", "", {kStart, kEnd}, {},
                      "employed"};
    workforce.support_workers.push_back(add_member(county, workforce, manager, support));
  }
}

void make_reviewing_service(County& county, Workforce& workforce) {
  const Worker manager = add_manager(county, workforce, workforce.review_team);
  for (int i = 0; i < 6; ++i) {
    NewWorker officer{
        "iro",     "Independent reviewing officer", "", {kStart, kEnd}, always_registered(),
        "employed"};
    workforce.reviewing_officers.push_back(add_member(county, workforce, manager, officer));
  }
}

void make_leaving_care(County& county, Workforce& workforce) {
  const Worker manager = add_manager(county, workforce, workforce.leaving_care_team);
  for (int i = 0; i < 4; ++i) {
    NewWorker adviser{"personal_adviser", "Personal adviser", "", {kStart, kEnd}, {}, "employed"};
    workforce.advisers.push_back(add_member(county, workforce, manager, adviser));
  }
}

void make_adoption_team(County& county, Workforce& workforce) {
  const Worker manager = add_manager(county, workforce, workforce.adoption_team);
  for (int i = 0; i < 5; ++i) {
    NewWorker social_worker;
    social_worker.registered = always_registered();
    const Worker member = add_member(county, workforce, manager, social_worker);
    add_experience(county, member.id, "2014", true);
    workforce.adoption_workers.push_back(member);
  }
}

}  // namespace

Workforce make_workforce(County& county) {
  Workforce workforce;
  workforce.council = county.councils.add({"england", "north"});
  make_teams(county, workforce);
  for (const auto& team : workforce.assessment_teams) make_field_team(county, workforce, team, 4);
  for (const auto& team : workforce.safeguarding_teams) make_field_team(county, workforce, team, 4);
  for (const auto& team : workforce.looked_after_teams) make_field_team(county, workforce, team, 4);
  for (const auto& team : workforce.support_teams) make_support_team(county, workforce, team);
  make_reviewing_service(county, workforce);
  make_leaving_care(county, workforce);
  make_adoption_team(county, workforce);
  for (const char* start : {"2023-09-04", "2024-09-02", "2025-09-01"}) {
    add_newly_qualified(county, workforce, workforce.managers[0], day(start));
    add_newly_qualified(county, workforce, workforce.managers[4], day(start));
  }
  return workforce;
}

}  // namespace example
