#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "data/slots.h"
#include "model/model.h"

namespace remit::data {

/// Finds rows by the values of a key; see key_part for the numbers that stand for values.
class KeyIndex {
 public:
  /// `dense`: the key is one small number from 0 upwards, such as a dictionary's code.
  KeyIndex(std::size_t parts, bool dense) : parts_(parts), dense_(dense) {}

  /// Where the key is the number of the row: so many rows.
  static KeyIndex of_rows(std::size_t rows);

  /// Adds a key with its row; where it is there already, nothing is added and the row that has
  /// it comes back.
  std::optional<std::int32_t> add(std::span<const std::int64_t> key, std::int32_t row);
  /// The row that has the key, or nothing.
  std::optional<std::int32_t> find(std::span<const std::int64_t> key) const;

 private:
  std::optional<std::int32_t> look_up(std::span<const std::int64_t> key, std::uint64_t hash) const;

  std::size_t parts_;
  bool dense_;
  std::optional<std::size_t> own_rows_;
  std::vector<std::int32_t> rows_;  ///< dense: by key, -1 where none; else by entry
  std::vector<std::int64_t> keys_;  ///< by entry, its parts one after the other
  Slots slots_;                     ///< of entries
};

/// For the values of these fields: a table's key, or the one field of a `unique` constraint.
KeyIndex make_index(const model::Table& model, const std::vector<int>& fields);

}  // namespace remit::data
