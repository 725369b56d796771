#pragma once

#include <optional>

#include "cases/init/oracle.h"
#include "cases/init/world.h"

namespace remit::cases::init {

/// The smallest worlds that were found.
struct Found {
  /// A subject passes, or is due; none is broken or unknown. Where there is such a one, a row is in
  /// it without which the rule would be broken (the event, the registration that it asks for), or
  /// of which there could be too many.
  std::optional<Tables> holds;
  std::optional<Tables> broken;  ///< a subject is broken
};

/// Tries worlds at random, fresh ones and such as differ a little from those found; always the same
/// ones for the same rule.
Found search(const Worlds& worlds, const Oracle& oracle);

/// Takes out of a world what can be missing without another answer (but not such a row).
void shrink(const Worlds& worlds, const Oracle& oracle, Tables& tables);

}  // namespace remit::cases::init
