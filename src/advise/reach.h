#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "data/dataset.h"
#include "rules/rule.h"

// Which rows the evaluation of a rule can come to from a row of its first table, and the way back:
// which subjects can see a row.
namespace remit::advise {

/// One link: along a foreign key of `table`, or back along one that leads to it.
struct Link {
  bool back = false;
  int table = -1;
  int index = -1;  ///< of the relation, or of the inverse
  auto operator<=>(const Link&) const = default;
};
/// Links from a row of the first table of a rule to another one.
using Path = std::vector<Link>;

/// What a rule can come to.
struct Reach {
  std::map<int, std::set<Path>> paths;  ///< by the table that they lead to
  std::set<int> anywhere;               ///< tables that any row of can be come to
};

Reach reach_of(const rules::Rule& rule);

/// A row as it is in one of several worlds.
struct Seen {
  std::uint32_t world = 0;
  std::uint32_t row = 0;
  auto operator<=>(const Seen&) const = default;
};

/// The rows that are in one world alone, as engine::Worlds has them: row `first + w` in world w.
struct OwnRows {
  int table = -1;
  std::uint32_t first = 0;
};

/// The rows of the first table from which a path leads to one of some rows, in their worlds;
/// nothing where that cannot be told, since the model has no name for a way back. Null `own` where
/// all worlds have all rows.
std::optional<std::vector<Seen>> rows_that_see(const data::Dataset& data, const Path& path,
                                               std::vector<Seen> rows, const OwnRows* own);

}  // namespace remit::advise
