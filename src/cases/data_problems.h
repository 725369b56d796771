#pragma once

#include <vector>

#include "cases/judge.h"
#include "engine/evaluate.h"

namespace remit::cases {

/// Holds what is wrong in the data of a case against what it expects to be: a finding that nobody
/// expects is a problem of the case, one that is expected and does not come a difference.
void compare_data_findings(const Case& test, const data::Dataset& data,
                           const std::vector<engine::CalendarMiss>& misses, Result& result);

}  // namespace remit::cases
