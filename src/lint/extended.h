#pragma once

#include <set>

#include "rules/ruleset.h"

namespace remit::lint {

/// All files that a file extends, also through others, by their indices in RuleSet::files.
std::set<std::size_t> extended_by(const rules::RuleSet& rules, std::size_t file);

}  // namespace remit::lint
