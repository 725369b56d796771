#pragma once

#include <memory>

#include "data/dataset.h"
#include "findings/background.h"
#include "findings/finding.h"
#include "rules/ruleset.h"

namespace remit::auditing {

/// What the findings of an audit are told against. It holds on to the data.
findings::Background tell_background(const rules::RuleSet& rules,
                                     std::shared_ptr<const data::Dataset> data,
                                     const findings::Audit& audit);

}  // namespace remit::auditing
