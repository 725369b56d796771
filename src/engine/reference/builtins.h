#pragma once

#include <vector>

#include "engine/reference/world.h"
#include "lang/functions/functions.h"

namespace remit::engine::reference {

/// Calls a built-in function. A missing argument makes the result missing (of `coalesce` only
/// where all are).
Value call(const World& world, lang::Builtin function, const std::vector<Value>& arguments);

}  // namespace remit::engine::reference
