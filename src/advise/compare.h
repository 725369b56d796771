#pragma once

#include <cstdint>
#include <set>
#include <vector>

#include "advise/session.h"
#include "remit/advise.h"
#include "rules/outcome.h"

namespace remit::advise {

/// A row that is new, or of which a cell changed.
struct Changed {
  int table;
  std::uint32_t row;
};

/// What the outcomes of rules with changes are to those without. Both in the order of `evaluate`.
Effects compare(const rules::RuleSet& rules, const std::vector<rules::Outcome>& without,
                const std::vector<rules::Outcome>& with);

/// The same of the data of a session and a world with changes, of all rules; only those subjects
/// are evaluated that can see what changed.
Effects effects_of(const Session& session, const data::Dataset& with,
                   const std::vector<Changed>& changes);

/// The rows of a rule's first table whose subjects can see changes; nothing where that is all.
/// Empty where the rule does not see them.
struct Affected {
  bool all = false;
  std::set<std::uint32_t> rows;
};
Affected affected(const Session& session, std::size_t rule, const data::Dataset& with,
                  const std::vector<Changed>& changes);

}  // namespace remit::advise
