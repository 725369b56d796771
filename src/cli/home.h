#pragma once

#include <string>
#include <vector>

#include "text/diagnostic.h"

namespace remit::cli {

/// The folder with `schemas/models`, `rules/calendars` and the rule packs: the one given, else
/// REMIT_HOME, else `../share/remit` beside the program's folder, else the source tree that the
/// program was built in. Empty where there is none; an error where the one given is no folder.
std::string find_home(const std::string& given, text::Diagnostics& diagnostics);

/// What is meant where no rules are named: the packs in `./rules`, else those under `home`.
std::vector<std::string> default_packs(const std::string& home);

}  // namespace remit::cli
