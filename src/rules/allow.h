#pragma once

#include <vector>

#include "rules/rule.h"
#include "yaml/mapping.h"

namespace remit::rules {

/// Reads `allow` of a rule set, a rule or a line of `reserve`: a list of `{check, because}`, both
/// required. Which checks there are is not known here.
std::vector<Allowance> read_allow(yaml::Mapping& keys, text::Diagnostics& diagnostics);

}  // namespace remit::rules
