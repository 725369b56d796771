#pragma once

#include "engine/evaluate.h"

namespace remit::engine::reference {

/// The plain row-at-a-time meaning of the language: the same verdicts, periods and due dates as
/// engine::evaluate, without messages, evidence and needs. Slow, simple, and used by tests only.
Evaluation evaluate(const rules::RuleSet& rules, const data::Dataset& data, const Options& options);

}  // namespace remit::engine::reference
