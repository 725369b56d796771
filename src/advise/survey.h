#pragma once

#include <optional>
#include <vector>

#include "advise/changes.h"
#include "advise/effects.h"
#include "advise/workplaces.h"
#include "remit/advise.h"

namespace remit::advise {

/// Judges an assignment to each of many workers. Each has a world of their own beside the others,
/// so that a rule is evaluated once for all of them.
class Survey {
 public:
  Survey(const Session& session, const Question& question, rules::Severity least);

  /// False (with errors) where the question is wrong.
  bool prepare(text::Diagnostics& diagnostics);
  WhoAnswer answer();

 private:
  bool find_workers(int table, text::Diagnostics& diagnostics);
  bool find_team(text::Diagnostics& diagnostics);
  void describe(std::vector<Candidate>& candidates) const;
  void note_continuity(std::vector<Candidate>& candidates) const;
  bool ends(int table, std::size_t row) const;
  void judge(std::vector<Candidate>& candidates);
  void measure(std::size_t rule, std::vector<Candidate>& candidates) const;
  std::vector<std::uint32_t> searched(const std::vector<Candidate>& candidates,
                                      const std::vector<std::uint32_t>& order) const;
  void search(std::vector<Candidate>& candidates, const std::vector<std::uint32_t>& worlds);
  /// An assignment of a day that has been is judged as the session judges.
  value::Date judged_on(value::Date day) const { return std::max(day, session_.as_of()); }

  /// What a rule says of worlds on a day.
  std::vector<Effects> effects(std::size_t rule, const std::vector<std::uint32_t>& worlds,
                               value::Date day);
  Effects effects_alone(std::size_t rule, std::uint32_t world, value::Date day) const;
  /// Which of some worlds a rule keeps from being able on a day.
  std::vector<bool> blocked(std::size_t rule, const std::vector<std::uint32_t>& worlds,
                            value::Date day);
  bool has_ended(value::Date day) const;
  bool is_left_open(const Candidate& candidate, value::Date day) const;

  const Session& session_;
  const Question& question_;
  rules::Severity least_;
  World world_;
  value::Date on_;
  int table_ = -1;
  Assign assign_;
  std::vector<std::int32_t> workers_;  ///< by world
  Made made_;
  std::vector<std::size_t> rules_;  ///< those that see the changes
  std::optional<Workplaces> places_;
  std::optional<std::int32_t> wanted_team_;
};

/// Moves new rows and ends to another day: of the rows that changes put into some worlds.
void move_to_day(const Session& session, World& world, const Changes& changes,
                 const std::vector<std::uint32_t>& worlds, value::Date day);

}  // namespace remit::advise
