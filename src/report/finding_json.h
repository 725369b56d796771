#pragma once

#include "findings/finding.h"
#include "report/json_text.h"

namespace remit::report {

/// A finding as schemas/finding.schema.json describes it.
Json to_json(const findings::Audit& audit, const findings::Finding& finding);
/// Likewise something wrong in the data.
Json to_json(const findings::DataFinding& finding);

}  // namespace remit::report
