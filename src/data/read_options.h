#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <utility>

namespace remit::data {

/// A table of the model and one of its fields.
using FieldUses = std::set<std::pair<int, int>>;

/// Of each a table of the model and one of its relations, or of its inverses.
struct LinkUses {
  std::set<std::pair<int, int>> relations;
  std::set<std::pair<int, int>> inverses;
};

/// How to read. None of it changes what is read.
struct ReadOptions {
  /// 0: as many as the machine has.
  std::size_t threads = 0;
  /// The fields whose columns are wanted in memory; without it all are. The cells of the others
  /// are checked as well, and looked up in the file where data::cell is asked for one.
  std::optional<FieldUses> fields{};
  /// The ways from row to row that are wanted; without it all are. There is nothing of the others.
  std::optional<LinkUses> links{};
  /// The size of the parts that a file is read in.
  std::size_t part = std::size_t{1} << 20;
};

}  // namespace remit::data
