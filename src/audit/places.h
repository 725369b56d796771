#pragma once

#include "data/dataset.h"
#include "findings/finding.h"

namespace remit::auditing {

/// Says of each finding in which line of its file the first row of its subject stands.
void find_places(const data::Dataset& data, findings::Audit& audit);

}  // namespace remit::auditing
