#pragma once

#include "findings/finding.h"
#include "report/json_writer.h"

namespace remit::report {

/// A finding as schemas/finding.schema.json describes it.
void write_json(const findings::Audit& audit, const findings::Finding& finding, JsonWriter& writer);
/// Likewise something wrong in the data.
void write_json(const findings::DataFinding& finding, JsonWriter& writer);
/// Likewise something that should be known about a waiver.
void write_json(const findings::Audit& audit, const findings::WaiverFinding& finding,
                JsonWriter& writer);

}  // namespace remit::report
