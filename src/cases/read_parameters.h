#pragma once

#include "cases/rule_sets.h"
#include "yaml/node.h"

namespace remit::cases {

/// Reads `parameters` of a case, over those in `parameters`: names that the rules know, and values
/// of their types, as text.
void read_parameters(const yaml::Node& node, const rules::RuleSet& rules,
                     RuleSets::Parameters& parameters, text::Diagnostics& diagnostics);

}  // namespace remit::cases
