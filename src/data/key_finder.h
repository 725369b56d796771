#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "data/dictionary.h"
#include "data/key_index.h"

namespace remit::data {

/// Finds the rows of a table by its key of one text: by the number in it where all keys are a
/// number after the same letters (C1 and C12, or C001 and C012), else by hash.
class KeyFinder {
 public:
  static constexpr std::int32_t kNone = -1;

  /// `later`: rows that have not happened yet.
  KeyFinder(const Dictionary& texts, const KeyIndex& rows, const KeyIndex& later);
  /// The row, or kNone.
  std::int32_t find(std::string_view key) const;
  bool is_later(std::string_view key) const;
  const Dictionary& texts() const { return texts_; }

 private:
  bool number_of(std::string_view key, std::uint64_t& number) const;
  bool look_at_form();
  void number_rows();

  const Dictionary& texts_;
  const KeyIndex& rows_;
  const KeyIndex& later_;
  bool numbered_ = false;
  std::string prefix_;
  std::size_t width_ = 0;  ///< digits after it, filled up with zeros; 0: as many as it takes
  std::uint64_t first_ = 0;
  std::vector<std::int32_t> by_number_;  ///< row of number first_ + i
};

}  // namespace remit::data
