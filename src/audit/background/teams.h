#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "audit/background/cast.h"
#include "data/dataset.h"

namespace remit::auditing {

/// The team that a worker belonged to on a day: by a row with a period that has both; where none
/// covers the day, by the latest one.
class Teams {
 public:
  Teams(const data::Dataset& data, const Cast& cast);

  std::optional<std::int32_t> of_worker(std::int32_t worker, value::Date day) const;
  std::optional<std::int32_t> of_case(std::int32_t row) const;

 private:
  const data::Dataset& data_;
  const Cast& cast_;
  std::optional<std::size_t> inverse_;        ///< of the worker's table
  std::optional<std::size_t> team_relation_;  ///< of the table that it comes from
  std::optional<std::size_t> case_relation_;  ///< of the case's table
};

}  // namespace remit::auditing
