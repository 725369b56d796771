#pragma once

#include <string>
#include <vector>

#include "cli/output.h"
#include "cli/terminal.h"
#include "findings/status.h"

namespace remit::cli {

/// `remit test --init RULE`: writes cases for a rule of the rule sets that `paths` name. The status
/// is 1 where no passing or no failing world was found.
findings::ExitStatus init_cases(const std::string& rule, const std::vector<std::string>& paths,
                                const std::string& home, Output& output, const Terminal& terminal);

}  // namespace remit::cli
