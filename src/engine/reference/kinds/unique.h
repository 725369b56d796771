#pragma once

#include <vector>

#include "engine/reference/subjects.h"
#include "engine/reference/timing.h"

namespace remit::engine::reference {

/// A subject of a `unique` rule for which `when` holds, and where it stands.
struct Rival {
  const Candidate* candidate = nullptr;
  Frame frame;  ///< with the own date
  Placement placement;
};

/// Whom a subject clashes with, or that its key or its `while` is missing.
struct Clash {
  bool unknown = false;
  std::optional<Days> violation;
};

/// One answer for each of the rivals, which judge each other.
std::vector<Clash> clashes(const World& world, const rules::Unique& rule,
                           const std::vector<Rival>& rivals);

}  // namespace remit::engine::reference
