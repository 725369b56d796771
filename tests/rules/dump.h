#pragma once

#include <string>

#include "rules/ruleset.h"

namespace remit::test {

/// What was loaded, a line a fact: every rule with its keys, its expressions as typed trees.
std::string dump(const rules::RuleSet& rules);

}  // namespace remit::test
