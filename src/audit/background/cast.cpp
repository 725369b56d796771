#include "audit/background/cast.h"

#include <algorithm>

namespace remit::auditing {
namespace {

/// A child's review belongs to a meeting, and the meeting to a case: further than that nothing
/// says whose matter a row is.
constexpr int kFarthest = 2;

class Search {
 public:
  Search(const data::Dataset& data, const Cast& cast) : data_(data), cast_(cast) {}

  void look(int table, std::int32_t row, int steps) {
    const auto at = static_cast<std::size_t>(table);
    const model::Table& model = data_.model->tables[at];
    const data::Table& rows = data_.tables[at];
    if (!rows.given) return;
    for (std::size_t i = 0; i < model.relations.size(); ++i) {
      const auto kind = cast_.kind(model.relations[i].target);
      if (kind && is_told(model, model.relations[i])) add(*kind, target(rows, i, row));
    }
    for (std::size_t i = 0; steps > 1 && i < model.relations.size(); ++i) {
      const int next = model.relations[i].target;
      const std::int32_t to = target(rows, i, row);
      const bool told = is_told(model, model.relations[i]);
      if (!cast_.kind(next) && told && to >= 0) look(next, to, steps - 1);
    }
  }

  void add(PartyKind kind, std::int32_t row) {
    const bool known = std::any_of(found_.begin(), found_.end(),
                                   [&](const PartyRow& each) { return each.kind == kind; });
    if (!known && row >= 0) found_.push_back({kind, row});
  }

  std::vector<PartyRow> take() { return std::move(found_); }

 private:
  static std::int32_t target(const data::Table& rows, std::size_t relation, std::int32_t row) {
    const auto& targets = *rows.targets[relation];
    return targets.empty() ? -1 : targets[static_cast<std::size_t>(row)];
  }

  const data::Dataset& data_;
  const Cast& cast_;
  std::vector<PartyRow> found_;
};

}  // namespace

Cast::Cast(const model::Model& model)
    : tables_{model.entity("case"), model.entity("worker"), model.entity("team")} {
  for (const model::Table& table : model.tables) {
    if (!table.assignment) continue;
    const auto target = [&](int relation) {
      return table.relations[static_cast<std::size_t>(relation)].target;
    };
    tables_[static_cast<std::size_t>(PartyKind::kCase)] = target(table.assignment->subject);
    tables_[static_cast<std::size_t>(PartyKind::kWorker)] = target(table.assignment->worker);
    return;
  }
}

std::optional<int> Cast::table(PartyKind kind) const {
  return tables_[static_cast<std::size_t>(kind)];
}

std::optional<PartyKind> Cast::kind(int table) const {
  for (std::size_t i = 0; i < tables_.size(); ++i) {
    if (tables_[i] == table) return static_cast<PartyKind>(i);
  }
  return std::nullopt;
}

bool is_told(const model::Table& table, const model::Relation& relation) {
  return std::none_of(relation.fields.begin(), relation.fields.end(), [&](int field) {
    return table.fields[static_cast<std::size_t>(field)].personal;
  });
}

std::vector<PartyRow> parties_of(const data::Dataset& data, const Cast& cast, int table,
                                 std::int32_t row) {
  Search search(data, cast);
  if (const auto kind = cast.kind(table)) search.add(*kind, row);
  search.look(table, row, kFarthest);
  return search.take();
}

}  // namespace remit::auditing
