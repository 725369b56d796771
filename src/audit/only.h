#pragma once

#include <string>
#include <vector>

#include "findings/finding.h"
#include "rules/ruleset.h"
#include "text/diagnostic.h"

namespace remit::auditing {

/// Reports every id that no rule has; whether there was none.
bool check_ids(const std::vector<std::string>& ids, const rules::RuleSet& rules,
               text::Diagnostics& diagnostics);

/// Reports an audit in which no rule was evaluated, with the reasons; whether one was.
bool check_any_run(const findings::Audit& audit, text::Diagnostics& diagnostics);

}  // namespace remit::auditing
