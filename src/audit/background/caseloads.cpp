#include "audit/background/caseloads.h"

#include <algorithm>
#include <utility>

namespace remit::auditing {
namespace {

/// A table that puts workers to cases for a time, and how it does.
struct Allocating {
  std::size_t table;
  std::size_t case_relation;
  std::size_t worker_relation;
  std::size_t period;
};

std::optional<Allocating> find_table(const data::Dataset& data) {
  for (std::size_t i = 0; i < data.tables.size(); ++i) {
    const auto& assignment = data.model->tables[i].assignment;
    if (!assignment || !assignment->period || !data.tables[i].given) continue;
    return Allocating{i, static_cast<std::size_t>(assignment->subject),
                      static_cast<std::size_t>(assignment->worker),
                      static_cast<std::size_t>(*assignment->period)};
  }
  return std::nullopt;
}

}  // namespace

std::vector<findings::Caseload> caseloads(const data::Dataset& data, const Cast& cast,
                                          value::Date as_of) {
  std::vector<findings::Caseload> loads;
  const auto table = find_table(data);
  if (!table) return loads;
  const data::Table& rows = data.tables[table->table];
  std::vector<std::pair<std::int32_t, std::int32_t>> held;  // worker, case
  for (std::size_t row = 0; row < rows.rows; ++row) {
    const std::int32_t worker = (*rows.targets[table->worker_relation])[row];
    const std::int32_t of_case = (*rows.targets[table->case_relation])[row];
    const data::PeriodColumn& periods = rows.periods[table->period];
    if (worker < 0 || of_case < 0 || !periods.known.get(row)) continue;
    if (value::covers(periods.values[row], as_of)) held.emplace_back(worker, of_case);
  }
  std::sort(held.begin(), held.end());
  held.erase(std::unique(held.begin(), held.end()), held.end());
  for (std::size_t i = 0; i < held.size(); ++i) {
    const bool next = i == 0 || held[i].first != held[i - 1].first;
    if (next) {
      loads.push_back({data::key_text(data, *cast.table(PartyKind::kWorker), held[i].first), 0});
    }
    ++loads.back().cases;
  }
  std::sort(loads.begin(), loads.end(), [](const auto& left, const auto& right) {
    return left.cases != right.cases ? left.cases > right.cases : left.worker < right.worker;
  });
  return loads;
}

}  // namespace remit::auditing
