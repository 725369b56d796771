#pragma once

#include <cstdint>
#include <vector>

#include "advise/session.h"

namespace remit::advise {

/// A row that is new, or of which a cell changed: in one world, or (of all worlds) in each.
struct Changed {
  int table = -1;
  std::uint32_t row = 0;
};

/// Changes in one world, or in several: then each has one row of its own, and the others are in
/// all of them.
struct Changes {
  std::vector<Changed> common;
  OwnRows own{};  ///< no table where there is but one world
  std::uint32_t worlds = 1;
};

/// The rows of a rule's first table whose subjects can see changes, in order.
struct Affected {
  bool all = false;  ///< it cannot be told which: all of them
  std::vector<Seen> rows;
};

/// Of the worlds in order that are asked for.
Affected affected(const Session& session, std::size_t rule, const data::Dataset& with,
                  const Changes& changes, const std::vector<std::uint32_t>& worlds);

/// Whether the rule can see a row of the tables that change.
bool is_touched(const Session& session, std::size_t rule, const Changes& changes);

/// Whether worlds can be evaluated side by side: nothing comes to what changes but from its
/// subject, and no table has its first rows by the changes.
bool has_side_by_side(const Session& session, std::size_t rule, const Changes& changes);

}  // namespace remit::advise
