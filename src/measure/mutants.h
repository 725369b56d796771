#pragma once

#include <functional>
#include <string>
#include <vector>

#include "measure/targets.h"
#include "mutation/mutant.h"
#include "text/diagnostic.h"

namespace remit::measure {

/// A mutant that no case notices.
struct Survivor {
  std::string rule;  ///< id of the rule, or of the first one that uses what is changed
  mutation::Mutant mutant;
  std::string because;  ///< as a case file explains it; empty where none does
};

/// The mutants of a rule, or of what rules share: a definition, a parameter, a code set.
struct RuleMutants {
  std::string name;       ///< id, or `definition registered`
  std::size_t cases = 0;  ///< that were asked
  std::size_t mutants = 0;
  std::size_t noticed = 0;
  std::size_t explained = 0;        ///< survivors that a case file explains
  std::vector<Survivor> survivors;  ///< all of them, in the order of the rule
};

struct Mutants {
  std::vector<RuleMutants> rules;  ///< rules, then what they share
  std::size_t mutants = 0;
  std::size_t noticed = 0;
  std::size_t explained = 0;
  /// Explanations of mutants that are noticed, or that are not there.
  std::vector<text::Diagnostic> stale;

  std::size_t unexplained() const { return mutants - noticed - explained; }
};

/// Makes the mutants of every rule and runs the cases of the rule on each until one notices it: a
/// case that passes with the rule and not with the mutant. Cases that do not pass are not asked.
/// `progress` is called after each rule with the number done and of all.
Mutants mutants_noticed(const std::vector<Target>& targets,
                        const std::vector<cases::LoadedCases>& loaded,
                        const std::function<void(std::size_t, std::size_t)>& progress);

}  // namespace remit::measure
