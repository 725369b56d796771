#pragma once

#include <vector>

#include "lang/environment.h"
#include "text/diagnostic.h"
#include "yaml/mapping.h"

namespace remit::rules {

/// Reads `sets` of a rule set: named lists of codes, each plain or `{code, from, to}`. Codes are
/// integers, numbers or dates where all of a list are (and none is quoted), else strings.
std::vector<lang::CodeSet> read_sets(yaml::Mapping& ruleset, text::Diagnostics& diagnostics);

}  // namespace remit::rules
