#pragma once

#include "engine/waits.h"

namespace remit::engine {

/// What `walk_waits` finds where one interval serves all waits and nothing pauses them.
WaitResult walk_plain_waits(const WaitRules& rules, const WaitBounds& bounds,
                            const std::vector<value::Date>& events, Context& context);

}  // namespace remit::engine
