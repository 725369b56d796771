#pragma once

#include <map>
#include <string>
#include <vector>

#include "cases/run.h"
#include "catalogue/facts.h"
#include "prose/prose.h"
#include "rules/ruleset.h"

namespace remit::catalogue {

/// A test case of a rule: what it is called, and what it expects of whom.
struct Example {
  std::string file;
  std::string title;  ///< of the file
  std::string name;
  value::Date as_of;
  struct Expected {
    std::string subject;
    std::vector<std::string> verdicts;  ///< in words, one a finding
  };
  std::vector<Expected> expected;
};

/// A rule with all that is known of it.
struct Entry {
  const rules::Rule* rule;
  Facts facts;
  prose::Reading reading;
  std::string message;  ///< with its holes in words
  std::vector<Example> examples;
};

using Examples = std::map<std::string, std::vector<Example>>;  ///< by the rule's id

/// The cases of each rule, in the order of the files.
Examples examples_of(const std::vector<cases::LoadedCases>& loaded);

/// All rules of a run, in their order. The rule set must outlive them.
std::vector<Entry> entries_of(const rules::RuleSet& rules, const Examples& examples);

}  // namespace remit::catalogue
