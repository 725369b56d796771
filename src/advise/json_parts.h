#pragma once

#include <vector>

#include "findings/finding.h"
#include "report/json_text.h"

// What the JSON of all answers has.
namespace remit::advise {

/// Findings as schemas/finding.schema.json describes them.
report::Json json_findings(const std::vector<findings::Finding>& all, const findings::Audit& rules);

/// The rules that were not asked, and why.
report::Json json_not_run(const findings::Audit& rules);

}  // namespace remit::advise
