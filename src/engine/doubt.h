#pragma once

#include "engine/context.h"
#include "engine/frame.h"

namespace remit::engine {

/// The tuples for which an expression has no value because something that it is computed from
/// cannot be known: an element of an aggregate, a condition, a day beyond the calendar. A date of
/// its own that is not filled in is no doubt, nor is the least of none.
Bitmap in_doubt(const lang::typed::Node& node, const FramePtr& frame, Context& context);

}  // namespace remit::engine
