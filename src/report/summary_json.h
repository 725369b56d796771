#pragma once

#include "findings/finding.h"
#include "report/json_text.h"

namespace remit::report {

/// The counts of a rule, and of a table, as schemas/summary.schema.json describes them.
Json json_rule_counts(const findings::RuleResult& rule);
Json json_data_counts(const findings::DataCounts& counts);

}  // namespace remit::report
