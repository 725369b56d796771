#pragma once

#include <map>
#include <string>
#include <vector>

#include "remit/audit.h"
#include "remit/explain.h"

// Everything that one run can write, to be searched for what should not be in it.
namespace remit::test {

/// By a name for each: the audit in every format, the counts, and what was said besides. An archive
/// is taken apart.
std::map<std::string, std::string> outputs_of(const Request& request);

/// Likewise the explanations of all rules of the audit for the subjects that they have findings on.
std::map<std::string, std::string> explanations_of(const Request& request);

}  // namespace remit::test
