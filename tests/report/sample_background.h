#pragma once

#include "findings/background.h"
#include "findings/finding.h"

namespace remit::test {

/// What an audit's findings could be told against: rules in a sentence each, a case, a worker and
/// two teams that the findings concern in turn, and a track with a row of each kind.
findings::Background sample_background(const findings::Audit& audit);

}  // namespace remit::test
