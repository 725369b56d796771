#pragma once

#include <vector>

#include "cases/case.h"
#include "rules/ruleset.h"
#include "text/diagnostic.h"
#include "yaml/node.h"

namespace remit::cases {

/// Reads `survivors`: a list of `{rule, mutant, because}`, all of them required. Whether there is
/// such a mutant is not asked here.
std::vector<ExplainedSurvivor> read_survivors(const yaml::Node& node, const rules::RuleSet& rules,
                                              text::Diagnostics& diagnostics);

}  // namespace remit::cases
