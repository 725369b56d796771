#pragma once

#include <map>
#include <string>

#include "rules/loader.h"

namespace remit::rules {

/// Puts the values given from outside into the parameters that have their names.
void apply_outside(const std::map<std::string, std::string>& values, lang::Environment& environment,
                   text::Diagnostics& diagnostics);

/// Reports values whose parameter no file has.
void report_unknown_outside(const std::map<std::string, std::string>& values,
                            const std::map<std::string, LoadedFile>& files,
                            text::Diagnostics& diagnostics);

}  // namespace remit::rules
