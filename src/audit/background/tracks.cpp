#include "audit/background/tracks.h"

#include <algorithm>
#include <tuple>

#include "prose/words.h"

namespace remit::auditing {
namespace {

/// A row stands once on a track, however many ways lead to it.
void put_in_order(std::vector<findings::Entry>& entries) {
  const auto place = [](const findings::Entry& entry) {
    return std::tie(entry.lane, entry.from, entry.key);
  };
  std::stable_sort(entries.begin(), entries.end(),
                   [&](const auto& left, const auto& right) { return place(left) < place(right); });
  const auto same = [&](const auto& left, const auto& right) {
    return place(left) == place(right);
  };
  entries.erase(std::unique(entries.begin(), entries.end(), same), entries.end());
}

}  // namespace

Tracks::Tracks(std::shared_ptr<const data::Dataset> data, const Cast& cast)
    : data_(std::move(data)), cast_(cast) {
  const model::Model& model = *data_->model;
  lane_of_.resize(model.tables.size());
  for (std::size_t i = 0; i < model.tables.size(); ++i) {
    const auto table = static_cast<int>(i);
    shown_.emplace_back(model, cast_, table);
    if (!data_->tables[i].given || cast_.kind(table) || !has_dates(model.tables[i])) continue;
    lane_of_[i] = tables_.size();
    tables_.push_back(table);
  }
}

std::vector<findings::Lane> Tracks::lanes() const {
  std::vector<findings::Lane> lanes;
  for (const int table : tables_) {
    const model::Table& rows = data_->model->tables[static_cast<std::size_t>(table)];
    lanes.push_back({rows.name, rows.entity, prose::spoken(rows),
                     shown_[static_cast<std::size_t>(table)].fields()});
  }
  return lanes;
}

findings::Track Tracks::read(const PartyRow& party) const {
  const int table = *cast_.table(party.kind);
  const auto at = static_cast<std::size_t>(table);
  findings::Track track;
  track.fields = shown_[at].fields();
  track.values = shown_[at].values(*data_, party.row);
  const model::Table& model = data_->model->tables[at];
  for (std::size_t i = 0; i < model.inverses.size(); ++i) {
    const int source = model.inverses[i].source;
    if (!has_lane(party.kind, source)) continue;
    const int steps = party.kind == PartyKind::kTeam ? 1 : 2;
    add_rows(model.inverses[i], data_->tables[at].inverses[i], party.row, steps, track);
  }
  put_in_order(track.entries);
  return track;
}

void Tracks::add_rows(const model::Inverse& inverse, const data::InverseIndex& index,
                      std::int32_t row, int steps, findings::Track& track) const {
  const auto at = static_cast<std::size_t>(row);
  if (index.offsets.size() <= at + 1) return;
  const auto source = static_cast<std::size_t>(inverse.source);
  const model::Table& model = data_->model->tables[source];
  if (!is_told(model, model.relations[static_cast<std::size_t>(inverse.relation)])) return;
  for (std::uint32_t k = index.offsets[at]; k < index.offsets[at + 1]; ++k) {
    const std::int32_t from = index.row(k);
    if (const auto lane = lane_of_[source]) {
      findings::Entry entry;
      entry.lane = *lane;
      entry.key = data::key_text(*data_, inverse.source, from);
      set_dates(*data_, inverse.source, from, entry);
      entry.values = shown_[source].values(*data_, from);
      track.entries.push_back(std::move(entry));
    }
    if (steps > 1) add_below(inverse.source, from, steps - 1, track);
  }
}

void Tracks::add_below(int table, std::int32_t row, int steps, findings::Track& track) const {
  const auto at = static_cast<std::size_t>(table);
  const model::Table& model = data_->model->tables[at];
  for (std::size_t i = 0; i < model.inverses.size(); ++i) {
    const auto source = static_cast<std::size_t>(model.inverses[i].source);
    if (cast_.kind(model.inverses[i].source) || !data_->tables[source].given) continue;
    // What has a party of its own is told there.
    const auto& relations = data_->model->tables[source].relations;
    const bool own = std::any_of(relations.begin(), relations.end(), [&](const auto& relation) {
      return cast_.kind(relation.target).has_value();
    });
    if (!own) add_rows(model.inverses[i], data_->tables[at].inverses[i], row, steps, track);
  }
}

bool Tracks::has_lane(PartyKind kind, int table) const {
  const auto at = static_cast<std::size_t>(table);
  if (cast_.kind(table) || !data_->tables[at].given) return false;
  if (kind != PartyKind::kTeam) return true;
  const auto& relations = data_->model->tables[at].relations;
  return std::any_of(relations.begin(), relations.end(), [&](const model::Relation& relation) {
    return cast_.kind(relation.target) == PartyKind::kWorker;
  });
}

}  // namespace remit::auditing
