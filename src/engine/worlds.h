#pragma once

#include <cstdint>
#include <vector>

#include "data/dataset.h"
#include "engine/evaluate.h"
#include "rules/outcome.h"
#include "rules/ruleset.h"

namespace remit::engine {

/// Worlds that are evaluated side by side, to tell what would be if one or the other row were
/// there: of the rows of a table from `first` on each is in one world alone, row `first + w` in
/// world w. All other rows are in every world.
struct Worlds {
  int table = -1;
  std::uint32_t first = 0;
  std::vector<std::uint32_t> of_entry;  ///< by entry of the rows that are looked at, its world
};

/// What is said of some rows of the first table of a rule.
struct RowOutcomes {
  std::vector<rules::Outcome> outcomes;
  std::vector<std::uint32_t> entries;  ///< of each, the entry of the rows that it is about
};

/// As evaluate_rows, and says of which row each outcome is. With worlds (null for none) a row may
/// be among the rows several times, for several worlds. Not with worlds can be evaluated a
/// rule of kind `unique`, nor one that comes to rows of their table by a table in an inner `for`.
RowOutcomes evaluate_worlds(const rules::RuleSet& rules, std::size_t rule,
                            const data::Dataset& data, const Options& options,
                            const std::vector<std::uint32_t>& rows, const Worlds* worlds);

/// What is counted against an upper limit on the as-of date.
struct Load {
  std::uint32_t entry;  ///< of the rows: which it is about
  double counted;
  double at_most;
};

/// Of a rule of kind `limit` with `at_most` on days: how much is counted for each subject to which
/// it applies, and how much may be, where both are known for certain. Nothing of other rules.
std::vector<Load> loads(const rules::RuleSet& rules, std::size_t rule, const data::Dataset& data,
                        const Options& options, const std::vector<std::uint32_t>& rows,
                        const Worlds* worlds);

}  // namespace remit::engine
