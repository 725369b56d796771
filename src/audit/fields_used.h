#pragma once

#include "data/read_options.h"
#include "rules/ruleset.h"

namespace remit::auditing {

/// What of an export any of the rules reads, in what it evaluates or in its message.
struct Uses {
  data::FieldUses fields;
  data::LinkUses links;
};
Uses uses(const rules::RuleSet& rules);
/// So that only that is read.
void read_only(const Uses& uses, data::ReadOptions& options);

}  // namespace remit::auditing
