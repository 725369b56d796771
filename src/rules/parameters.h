#pragma once

#include <string>
#include <vector>

#include "lang/environment.h"
#include "text/diagnostic.h"
#include "yaml/mapping.h"

namespace remit::rules {

/// Reads `parameters` of a rule set. One that has a mistake is there all the same, with the type
/// kError where it is not known, so that its uses are not reported as well.
std::vector<lang::Parameter> read_parameters(yaml::Mapping& ruleset,
                                             text::Diagnostics& diagnostics);

/// Reads the new value of a parameter in an override: a value, or `{default}` or `{series}` as in
/// a declaration. Nothing (with an error) where it does not fit the parameter's type.
std::optional<std::vector<lang::Dated>> read_new_value(const yaml::Node& node,
                                                       const lang::Parameter& parameter,
                                                       text::Diagnostics& diagnostics);

/// The family of a parameter of type duration, where all its values are of one.
void set_duration_family(lang::Parameter& parameter);

}  // namespace remit::rules
