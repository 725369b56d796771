#pragma once

#include "engine/reference/world.h"

namespace remit::engine::reference {

/// Whether an expression has no value because something that it is computed from cannot be known.
bool in_doubt(const World& world, const NodePtr& node, const Frame& frame);

}  // namespace remit::engine::reference
