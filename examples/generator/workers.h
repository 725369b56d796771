#pragma once

#include <optional>
#include <string>
#include <vector>

#include "generator/county.h"

namespace example {

/// What the rest of the generator needs to know of a worker.
struct Worker {
  std::string id;
  std::string post;  ///< the key of the post
  std::string role;
  std::string team;
  Span in_post;
  std::vector<Span> away;  ///< long absences, after which supervision starts anew
};

/// A worker to be added: everything in order unless said otherwise.
struct NewWorker {
  std::string role = "social_worker";
  std::string title = "Social worker";
  std::string team;
  Span in_post{kStart, kEnd};
  std::optional<Span> registered;  ///< nothing: not on the register
  std::string engagement = "employed";
};

/// The workers of the county and the teams that they are in.
struct Workforce {
  std::string council;
  std::vector<std::string> assessment_teams;
  std::vector<std::string> safeguarding_teams;
  std::vector<std::string> looked_after_teams;
  std::vector<std::string> support_teams;
  std::string leaving_care_team;
  std::string adoption_team;
  std::string review_team;

  std::vector<Worker> social_workers;  ///< who hold cases; newly qualified ones do not
  std::vector<Worker> support_workers;
  std::vector<Worker> managers;  ///< team managers, all registered
  std::vector<Worker> reviewing_officers;
  std::vector<Worker> advisers;
  std::vector<Worker> adoption_workers;  ///< three years of adoption work behind them
};

/// From well before the records begin, with no end.
Span always_registered();

/// Adds the worker with post and register entry.
Worker add_worker(County& county, const Workforce& workforce, const NewWorker& wanted);
/// Adds an entry in England's register; `span.to` is the first day after it.
std::string add_registration(County& county, const std::string& worker, Span span,
                             const std::string& regulator = "SWE",
                             const std::string& status = "registered");
std::string add_absence(County& county, const std::string& worker, const std::string& kind,
                        Span span);
std::string add_line(County& county, const std::string& worker, const std::string& manager,
                     Span span);
/// Experience since the year that is named: a qualification and one employment.
void add_experience(County& county, const std::string& worker, const std::string& since,
                    bool adoption);

/// Someone of the team (or, where there is none, of the others) in post all that time and not away.
const Worker& pick(Random& random, const std::vector<Worker>& from, Span span,
                   const std::string& team = "");

}  // namespace example
