#pragma once

#include <string>
#include <vector>

#include "engine/random_expressions.h"

namespace remit::test {

/// A rule set as text: what its rules share, and the rules, each of which can do without the
/// others.
struct RandomRules {
  std::string head;
  std::vector<std::string> rules;

  std::string text() const;
};

/// One rule of each kind, with everything that the kind can have.
RandomRules random_rules(Dice& dice, const RandomModel& model, value::Date as_of);

}  // namespace remit::test
