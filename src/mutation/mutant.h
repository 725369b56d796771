#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rules/rule.h"
#include "text/source.h"

// Rules changed in the ways in which people get rules wrong. A change that no test case of the rule
// notices shows what the cases do not say.
namespace remit::mutation {

/// The change of the rule file that makes the same mutant.
struct Edit {
  text::Location where;
  std::string text;  ///< in its place
};

/// One rule with one thing changed. It shares with the rule all that is not.
struct Mutant {
  rules::Rule rule;
  /// The same as long as the place and the change read the same: `require x.n >= 90 -> x.n > 90`.
  std::string id;
  /// What it changes, where rules share it: `definition registered`; empty: the rule's own.
  std::string shared;
  text::Location where;      ///< to be underlined
  std::string change;        ///< in words: "`<=` for `<`"
  std::string before;        ///< as written, on one line
  std::string after;         ///< likewise; empty where it is left out
  std::optional<Edit> edit;  ///< where it is one in one place
  std::string missing_case;  ///< what case would notice it: "a case in which ..."
};

/// All mutants of a rule: none is the rule itself or another one again. In the order of the
/// places in the rule, then of what it shares with others.
std::vector<Mutant> mutants_of(const rules::Rule& rule);

}  // namespace remit::mutation
