#pragma once

#include "data/read_options.h"
#include "rules/ruleset.h"

namespace remit::auditing {

/// The fields that any of the rules reads, in what it evaluates or in its message.
data::FieldUses fields_used(const rules::RuleSet& rules);

}  // namespace remit::auditing
