#pragma once

#include "lang/environment.h"
#include "text/diagnostic.h"
#include "yaml/mapping.h"

namespace remit::rules {

/// Reads `definitions` of a rule set into the environment, which has everything else already;
/// checks all its names and, where there is a model, the bodies.
void read_definitions(yaml::Mapping& ruleset, lang::Environment& environment,
                      text::Diagnostics& diagnostics);

}  // namespace remit::rules
