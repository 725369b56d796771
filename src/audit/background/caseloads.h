#pragma once

#include <vector>

#include "audit/background/cast.h"
#include "data/dataset.h"
#include "findings/background.h"

namespace remit::auditing {

/// The open cases of each worker: those to which a row with a period that covers the day puts them,
/// in the first table whose rows have a case, a worker and a period. Empty without such a table.
std::vector<findings::Caseload> caseloads(const data::Dataset& data, const Cast& cast,
                                          value::Date as_of);

}  // namespace remit::auditing
