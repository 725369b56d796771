#pragma once

#include "findings/finding.h"
#include "findings/selection.h"
#include "report/json_text.h"
#include "report/json_writer.h"

// What has become of findings since a baseline, as schemas/finding.schema.json describes it.
namespace remit::report {

void write_json(const findings::History& history, JsonWriter& writer);
/// A finding that this run has no more.
void write_json(const findings::PastFinding& finding, JsonWriter& writer);

/// The last line of NDJSON, which says what the run was, and how many lines stand before it.
void write_run(const findings::Audit& audit, const findings::Selection& selection,
               std::size_t lines, JsonWriter& writer);

/// The counts of a comparison, as schemas/summary.schema.json describes them.
Json json_baseline(const findings::Baseline& baseline);

}  // namespace remit::report
