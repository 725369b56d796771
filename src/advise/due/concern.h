#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "advise/due/rows.h"
#include "advise/session.h"

namespace remit::advise {

/// Which case, worker and teams a subject concerns: rows; -1 for none.
struct Concern {
  std::int32_t subject = -1;
  std::int32_t worker = -1;
  std::int32_t worker_team = -1;
  std::int32_t case_team = -1;
};

/// Leads from rows to the case that they are about, to who has it in hand on the as-of date, and
/// to the teams of both, by what the model says of assignments. Teams are the table whose entity is
/// `team`; a worker is in the team of a row that lasts and leads to both.
class Concerns {
 public:
  explicit Concerns(const Session& session);

  // The tables; -1 where the model does not say.
  int cases() const { return cases_; }
  int workers() const { return workers_; }
  int teams() const { return teams_; }

  Concern of(const std::vector<RowRef>& rows) const;

 private:
  /// The foreign keys that lead from a table to another one, by that table.
  using Ways = std::map<int, std::vector<int>>;

  Ways find_ways(int to, int avoid) const;
  std::int32_t follow(const std::vector<RowRef>& rows, const Ways& ways) const;
  void find_leads();
  void find_teams();
  std::int32_t named_worker(const std::vector<RowRef>& rows) const;
  std::int32_t only_holder(RowRef row) const;
  const model::Table& about(int table) const;
  const data::Table& data_of(int table) const;
  /// The day on which a row that lasts on the as-of date began.
  std::optional<value::Date> lasts_since(int table, int period, std::size_t row) const;

  const Session& session_;
  int cases_ = -1;
  int workers_ = -1;
  int teams_ = -1;
  std::string worker_name_;  ///< of the foreign key that leads from assignments to workers
  Ways to_case_;
  Ways to_worker_;
  Ways case_to_team_;
  std::vector<std::int32_t> leads_;  ///< by case
  std::vector<std::int32_t> team_;   ///< by worker
};

}  // namespace remit::advise
