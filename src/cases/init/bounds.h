#pragma once

#include <string>
#include <vector>

#include "cases/init/oracle.h"
#include "cases/init/world.h"

namespace remit::cases::init {

/// A world beside a base, on one side of a bound of the rule.
struct Side {
  std::string name;  ///< what is different in it
  Tables tables;
  Answer answer{};
};

/// Walks from a base along every cell that the rule reads, and along the number of rows, and gives
/// the worlds on both sides of each place where the answer changes: two days next to each other,
/// a code and another one, n rows and n + 1. The base itself is not among them.
std::vector<Side> find_bounds(const Worlds& worlds, const model::Model& model, const Oracle& oracle,
                              const Tables& base);

}  // namespace remit::cases::init
