#pragma once

#include <vector>

#include "engine/reference/world.h"
#include "rules/outcome.h"
#include "rules/rule.h"

namespace remit::engine::reference {

/// One subject of a rule: the slots with the names of `for` bound, and the conjunction of their
/// conditions (true or unknown).
struct Candidate {
  Frame frame;
  Truth where = true;
  bool unknown_run = false;  ///< the runs are unknown: this stands for all of them
  bool future_run = false;   ///< a run that starts after the as-of date
  rules::Subject subject;
  std::vector<std::string> key;  ///< for the order of the primary key, part by part
};

/// In the order of the tables' rows.
std::vector<Candidate> candidates(const World& world, const rules::Rule& rule);

}  // namespace remit::engine::reference
