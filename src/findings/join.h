#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "findings/finding.h"
#include "rules/outcome.h"
#include "rules/ruleset.h"

namespace remit::findings {

/// Whether a rule is meant by an id that a user gave: its own, or that of the table of reserved
/// tasks that it is a line of.
bool is_meant(const rules::Rule& rule, const std::string& id);
/// Likewise by one of several; none at all mean every rule.
bool is_meant(const rules::Rule& rule, const std::vector<std::string>& ids);

/// By the index of an outcome that is waived, that of the waiver which covers it.
using WaivedOutcomes = std::map<std::size_t, std::size_t>;

/// Joins what the evaluation says with what the rules say: rules (those meant by `only`),
/// findings that meet the window in their order, and their counts. A disabled rule is one that was
/// not run.
Audit join(const rules::RuleSet& rules, rules::Outcomes outcomes,
           const std::vector<std::string>& only, const std::optional<Window>& window,
           const WaivedOutcomes& waived = {});

}  // namespace remit::findings
