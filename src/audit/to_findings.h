#pragma once

#include <vector>

#include "data/dataset.h"
#include "engine/evaluate.h"
#include "findings/data_finding.h"

namespace remit::auditing {

/// What is wrong in the data, and the dates that no calendar knew, in their order.
std::vector<findings::DataFinding> data_findings(const data::Dataset& data,
                                                 const std::vector<engine::CalendarMiss>& misses);

/// The rows of the tables that were given.
std::vector<findings::DataCounts> data_counts(const data::Dataset& data);

}  // namespace remit::auditing
