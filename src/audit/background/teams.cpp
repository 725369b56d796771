#include "audit/background/teams.h"

namespace remit::auditing {
namespace {

std::optional<std::size_t> relation_to(const model::Table& table, std::optional<int> target) {
  for (std::size_t i = 0; i < table.relations.size(); ++i) {
    if (target && table.relations[i].target == *target) return i;
  }
  return std::nullopt;
}

std::optional<std::int32_t> target_of(const data::Table& table, std::size_t relation,
                                      std::int32_t row) {
  const auto& targets = *table.targets[relation];
  const std::int32_t target = targets.empty() ? -1 : targets[static_cast<std::size_t>(row)];
  return target < 0 ? std::nullopt : std::optional(target);
}

}  // namespace

Teams::Teams(const data::Dataset& data, const Cast& cast) : data_(data), cast_(cast) {
  const auto team = cast.table(PartyKind::kTeam);
  if (const auto cases = cast.table(PartyKind::kCase)) {
    case_relation_ = relation_to(data.model->tables[static_cast<std::size_t>(*cases)], team);
  }
  const auto workers = cast.table(PartyKind::kWorker);
  if (!workers) return;
  const auto& inverses = data.model->tables[static_cast<std::size_t>(*workers)].inverses;
  for (std::size_t i = 0; i < inverses.size() && !inverse_; ++i) {
    const auto source = static_cast<std::size_t>(inverses[i].source);
    const model::Table& table = data.model->tables[source];
    const auto relation = relation_to(table, team);
    if (!relation || table.periods.empty() || !data.tables[source].given) continue;
    inverse_ = i;
    team_relation_ = relation;
  }
}

std::optional<std::int32_t> Teams::of_worker(std::int32_t worker, value::Date day) const {
  if (!inverse_) return std::nullopt;
  const auto workers = static_cast<std::size_t>(*cast_.table(PartyKind::kWorker));
  const model::Inverse& inverse = data_.model->tables[workers].inverses[*inverse_];
  const data::InverseIndex& index = data_.tables[workers].inverses[*inverse_];
  const data::Table& posts = data_.tables[static_cast<std::size_t>(inverse.source)];
  std::optional<std::int32_t> team;
  std::optional<value::Date> latest;
  const auto at = static_cast<std::size_t>(worker);
  for (std::uint32_t k = index.offsets[at]; k < index.offsets[at + 1]; ++k) {
    const auto row = static_cast<std::size_t>(index.row(k));
    const auto to = target_of(posts, *team_relation_, index.row(k));
    if (!to || !posts.periods[0].known.get(row)) continue;
    const value::Period& period = posts.periods[0].values[row];
    if (value::covers(period, day)) return to;
    if (latest && *latest >= period.from) continue;
    latest = period.from;
    team = to;
  }
  return team;
}

std::optional<std::int32_t> Teams::of_case(std::int32_t row) const {
  if (!case_relation_) return std::nullopt;
  const auto cases = static_cast<std::size_t>(*cast_.table(PartyKind::kCase));
  return target_of(data_.tables[cases], *case_relation_, row);
}

}  // namespace remit::auditing
