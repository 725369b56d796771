#pragma once

#include "data/dataset.h"
#include "findings/finding.h"

namespace remit::auditing {

/// Says of each finding in which line of its file the first row of its subject stands.
void find_places(const data::Dataset& data, findings::Audit& audit);

/// Says of each finding that is fixed since the baseline where its row is not in the data any more.
void mark_gone(const data::Dataset& data, findings::Audit& audit);

}  // namespace remit::auditing
