#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "data/keys/key_texts.h"
#include "data/slots.h"

namespace remit::data {

/// Finds the rows of a table by their keys: by the number in it where all keys have one form and
/// the numbers leave not too much room, else by hash. Of equal keys it finds one of the rows.
class KeyFinder {
 public:
  static constexpr std::int32_t kNone = -1;

  explicit KeyFinder(const KeyTexts& texts);
  /// The row, or kNone.
  std::int32_t find(std::string_view key) const;

 private:
  void take_numbers();
  void number_rows(std::uint64_t most);
  void hash_texts();

  const KeyTexts& texts_;
  std::optional<KeyForm> form_;  ///< where numbers are used
  std::uint64_t first_ = 0;
  bool counting_ = false;                ///< row i has number first_ + i
  std::vector<std::int32_t> by_number_;  ///< row of number first_ + i; else
  Slots slots_;                          ///< rows by the hash of their key
};

/// Whether all keys of a table are different, as far as that can be seen at small cost: false may
/// also stand for not known.
bool are_surely_different(const KeyTexts& texts);

}  // namespace remit::data
