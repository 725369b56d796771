#pragma once

#include <optional>

#include "baseline/run.h"
#include "findings/finding.h"
#include "remit/audit.h"
#include "rules/ruleset.h"
#include "text/diagnostic.h"

namespace remit::auditing {

/// The run that a request is to be held against; one without a file where it names none. Nothing
/// (with errors) where it cannot be used.
std::optional<baseline::Run> read_baseline(const Request& request, const rules::RuleSet& rules,
                                           text::Diagnostics& diagnostics);

/// Holds the audit against it, with the calendar of each rule.
void compare(const baseline::Run& run, const rules::RuleSet& rules, findings::Audit& audit);

}  // namespace remit::auditing
