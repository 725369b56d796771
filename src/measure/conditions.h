#pragma once

#include <string>
#include <vector>

#include "engine/observer.h"
#include "rules/outcome.h"
#include "rules/rule.h"

namespace remit::measure {

/// A condition of a rule, or of a definition that it uses, and the outcomes that cases can show.
struct Condition {
  const lang::typed::Node* node = nullptr;
  std::string place;    ///< key of the rule, or `definition registered`
  bool shared = false;  ///< of a definition
  text::Location where;
  engine::Seen possible;
};

/// Every boolean expression but constants and parameters, whose outcome no data changes, and
/// `not`, which says nothing new. In the same order whatever the values of parameters are.
std::vector<Condition> conditions_of(const rules::Rule& rule);

/// The verdicts that a rule can come to, in the order of their words.
std::vector<rules::Verdict> possible_verdicts(const rules::Rule& rule);

}  // namespace remit::measure
