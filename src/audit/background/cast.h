#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "data/dataset.h"
#include "findings/background.h"

namespace remit::auditing {

using PartyKind = findings::Party::Kind;

/// A row that is a party.
struct PartyRow {
  PartyKind kind = PartyKind::kCase;
  std::int32_t row = -1;
  auto operator<=>(const PartyRow&) const = default;
};

/// The tables of a model whose rows are cases, workers and teams: those that an `assignment` of the
/// model puts together, else those whose entity is called so.
class Cast {
 public:
  explicit Cast(const model::Model& model);

  /// The table of a kind; nothing where the model has none.
  std::optional<int> table(PartyKind kind) const;
  /// The kind whose table this is; nothing where it is none of them.
  std::optional<PartyKind> kind(int table) const;

 private:
  std::array<std::optional<int>, findings::kPartyKinds> tables_;
};

/// Whether a relation may be told: no personal field is part of it.
bool is_told(const model::Table& table, const model::Relation& relation);

/// The parties that a row is about, at most one of each kind: itself, else those that its relations
/// lead to, the relation that stands first in the model deciding.
std::vector<PartyRow> parties_of(const data::Dataset& data, const Cast& cast, int table,
                                 std::int32_t row);

}  // namespace remit::auditing
