#pragma once

#include <string>
#include <vector>

#include "engine/observer.h"
#include "measure/targets.h"
#include "measure/uses.h"

namespace remit::measure {

/// A condition, and the outcomes that no case shows.
struct Gap {
  std::string place;
  text::Location where;
  engine::Seen missing;
};

/// How much of a rule, or of a definition that rules share, the cases go through.
struct RuleCoverage {
  std::string name;  ///< id, or `definition registered`
  std::size_t cases = 0;
  std::size_t possible = 0;              ///< outcomes of conditions, uses and verdicts
  std::size_t seen = 0;                  ///< of these
  std::vector<Gap> gaps;                 ///< in the order of the rule
  std::vector<Use> unused;               ///< that no case comes to
  std::vector<rules::Verdict> verdicts;  ///< likewise
};

struct Coverage {
  std::vector<RuleCoverage> rules;  ///< rules, then what they share
  std::size_t possible = 0;
  std::size_t seen = 0;
};

/// Whole percents, rounded down, so that 100 means all.
std::size_t percent(std::size_t seen, std::size_t possible);

Coverage coverage_of(const std::vector<Target>& targets);

}  // namespace remit::measure
