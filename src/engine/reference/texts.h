#pragma once

#include <vector>

#include "engine/reference/world.h"
#include "lang/functions/functions.h"

namespace remit::engine::reference {

/// The built-in functions of strings; no argument is missing.
Value call_on_texts(lang::Builtin function, const std::vector<Value>& arguments);

}  // namespace remit::engine::reference
