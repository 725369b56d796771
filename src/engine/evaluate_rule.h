#pragma once

#include <vector>

#include "engine/context.h"
#include "engine/evaluate.h"
#include "rules/outcome.h"
#include "rules/rule.h"

namespace remit::engine {

/// Evaluates one rule on all its subjects; what is to be reported is added to `outcomes`.
rules::Tally evaluate_rule(std::size_t index, const rules::Rule& rule, const Options& options,
                           Context& context, std::vector<rules::Outcome>& outcomes);

}  // namespace remit::engine
