#pragma once

#include <vector>

#include "audit/background/cast.h"
#include "data/dataset.h"
#include "findings/background.h"

namespace remit::auditing {

/// The open cases of each worker: those to which an assignment of the model that lasts puts them on
/// the day. Empty where the model has no such assignment.
std::vector<findings::Caseload> caseloads(const data::Dataset& data, const Cast& cast,
                                          value::Date as_of);

}  // namespace remit::auditing
