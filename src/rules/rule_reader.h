#pragma once

#include <vector>

#include "rules/context.h"
#include "rules/rule.h"
#include "yaml/node.h"

namespace remit::rules {

/// Reads one entry of `rules`: one rule, or of a `reserve` one a line. Every mistake is a
/// diagnostic; what comes back is then of no further use.
std::vector<Rule> read_rule(const yaml::Node& node, RuleContext& context);

}  // namespace remit::rules
