#pragma once

#include <vector>

#include "remit/advise.h"
#include "rules/outcome.h"
#include "rules/ruleset.h"

namespace remit::advise {

/// What the outcomes of rules with changes are to those without. Both in the order of `evaluate`.
/// Nothing is waived.
Effects compare(const rules::RuleSet& rules, const std::vector<const rules::Outcome*>& without,
                const std::vector<const rules::Outcome*>& with);
Effects compare(const rules::RuleSet& rules, const std::vector<rules::Outcome>& without,
                const std::vector<rules::Outcome>& with);

void put_worst_first(std::vector<findings::Finding>& all, const rules::RuleSet& rules);

}  // namespace remit::advise
