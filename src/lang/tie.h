#pragma once

#include <optional>

#include "lang/environment.h"
#include "lang/typed.h"

namespace remit::lang {

/// The equality in the `where` of a binding that ties a whole table to what is bound outside of
/// it, if there is one. `slot` is the binding's own; `where` may be null.
std::optional<typed::Tie> find_tie(const Environment& environment, int slot,
                                   const typed::NodePtr& where);

}  // namespace remit::lang
