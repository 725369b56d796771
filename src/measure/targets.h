#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cases/run.h"

// How much the cases of a rule say: which outcomes they come to, and which mistakes they notice.
namespace remit::measure {

/// A case as far as it is about one rule.
struct Trial {
  cases::Case test;  ///< with what it expects of the rule alone, without its tables
  std::shared_ptr<const rules::RuleSet> rules;  ///< as the parameters of the case make them
  const rules::Rule* rule = nullptr;            ///< the rule among these
  std::shared_ptr<const data::Dataset> data;
};

/// A rule and the cases about it.
struct Target {
  std::shared_ptr<const rules::RuleSet> rules;  ///< with parameters as they stand there
  const rules::Rule* rule = nullptr;
  std::string file;  ///< canonical path of the file that it stands in
  std::vector<Trial> trials;
};

/// The chosen rules, in the order in which the case files name them, those without a case too;
/// each once, also where it comes from its own file and through one that extends it.
/// What came through `extends`, and is not tested, is left out, and so is what is disabled.
std::vector<Target> targets_of(const std::vector<cases::LoadedCases>& loaded);

/// A rule set of one rule, for the evaluation of it alone.
rules::RuleSet alone(const rules::Rule& rule, const rules::RuleSet& rules);

}  // namespace remit::measure
