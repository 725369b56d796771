#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/audit.h"
#include "engine/random_data.h"
#include "engine/random_rules.h"

namespace remit::test {

/// A random model, rules for it and data.
struct RandomCase {
  RandomModel model;
  RandomRules rules;
  std::vector<RandomFile> files;
  std::string calendar;
  value::Date as_of;
  std::vector<std::pair<std::string, value::Date>> complete;
};

/// The same seed gives the same case.
RandomCase random_case(std::uint64_t seed);
AuditText text_of(const RandomCase& random);

/// REMIT_SEED, else another one each time; REMIT_CASES, else so many.
std::uint64_t first_seed();
std::uint64_t cases_wanted(std::uint64_t otherwise);

}  // namespace remit::test
