#pragma once

#include <optional>
#include <vector>

#include "engine/context.h"
#include "rules/rule.h"

namespace remit::engine {

/// The stretches of `per` that lie wholly in `over` and begin by the as-of date: calendar months
/// or years, or as many durations as there are from the first day on. Nothing where one of them
/// cannot be known, or the duration is not positive.
std::optional<std::vector<value::Period>> stretches_of(rules::Limit::Per per,
                                                       std::optional<value::Duration> duration,
                                                       const value::Period& over, Context& context);

}  // namespace remit::engine
