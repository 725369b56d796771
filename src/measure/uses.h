#pragma once

#include <set>
#include <string>
#include <vector>

#include "measure/targets.h"

namespace remit::measure {

/// Something of a rule that is no condition and that a case may come to or not: a phase, a first
/// interval of its own, a pause, a tolerance, a grace.
struct Use {
  std::string key;  ///< `phase 2`, `pause`
  text::Location where;
  std::string otherwise;  ///< what is to be said where no case comes to it
};

/// In the order of the rule. A rule of one phase has none to tell apart.
std::vector<Use> uses_of(const rules::Rule& rule);

/// The keys of those that a trial comes to, going by how its subjects are judged.
std::set<std::string> uses_seen(const Trial& trial, const rules::RuleSet& rules,
                                const std::vector<rules::Outcome>& outcomes);

}  // namespace remit::measure
