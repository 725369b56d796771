#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "data/dataset.h"
#include "rules/ruleset.h"
#include "value/date.h"

namespace remit::engine {

/// What a subject of a rule of kind `unique` claims.
struct KeyClaim {
  std::uint32_t row;                            ///< of the first table
  std::optional<std::vector<std::string>> key;  ///< nothing where a part is missing
};

/// The keys of the subjects of a rule of kind `unique` that begin with some rows of its first
/// table (null for all), whether they apply or not.
std::vector<KeyClaim> unique_keys(const rules::RuleSet& rules, std::size_t rule,
                                  const data::Dataset& data, value::Date as_of,
                                  const std::vector<std::uint32_t>* rows);

}  // namespace remit::engine
