#pragma once

#include <memory>
#include <vector>

#include "audit/background/cast.h"
#include "audit/background/lanes.h"
#include "data/dataset.h"

namespace remit::auditing {

/// Reads what the data say of parties: the rows that lead to them, straight or through one more
/// row.
class Tracks {
 public:
  Tracks(std::shared_ptr<const data::Dataset> data, const Cast& cast);

  std::vector<findings::Lane> lanes() const;
  findings::Track read(const PartyRow& party) const;

 private:
  void add_rows(const model::Inverse& inverse, const data::InverseIndex& index, std::int32_t row,
                int steps, findings::Track& track) const;
  void add_below(int table, std::int32_t row, int steps, findings::Track& track) const;
  /// Of a team only those who belonged to it: its cases would fill any page.
  bool has_lane(PartyKind kind, int table) const;

  std::shared_ptr<const data::Dataset> data_;
  Cast cast_;
  std::vector<std::optional<std::size_t>> lane_of_;  ///< by table of the model
  std::vector<int> tables_;                          ///< by lane
  std::vector<Shown> shown_;                         ///< by table of the model
};

}  // namespace remit::auditing
