#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "audit/background/cast.h"
#include "data/dataset.h"
#include "findings/background.h"

namespace remit::auditing {

/// The fields of a table that may be shown: not those marked `personal`, not its key, and not what
/// the dates of its rows are read from.
class Shown {
 public:
  Shown(const model::Model& model, const Cast& cast, int table);

  const std::vector<findings::LaneField>& fields() const { return fields_; }
  std::vector<std::string> values(const data::Dataset& data, std::int32_t row) const;

 private:
  int table_;
  std::vector<int> columns_;  ///< by field
  std::vector<findings::LaneField> fields_;
};

/// When a row was, by its model: its first period, else the day on which it happened, else its
/// first date that is known. Nothing of it is set where nobody knows.
void set_dates(const data::Dataset& data, int table, std::int32_t row, findings::Entry& entry);

/// Whether rows of a table have a date at all.
bool has_dates(const model::Table& table);

}  // namespace remit::auditing
