#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/slots.h"

namespace remit::data {

/// The keys of a table by its rows.
class Keys;

/// Distinct strings and their codes, 0 upwards in the order of first use; or the keys of a table,
/// whose codes are the rows.
class Dictionary {
 public:
  Dictionary();
  /// Nothing can be added to these.
  explicit Dictionary(std::unique_ptr<const Keys> keys);
  Dictionary(Dictionary&& other) noexcept;
  Dictionary& operator=(Dictionary&& other) noexcept;
  Dictionary(const Dictionary&) = delete;  // the texts point into blocks that belong to one
  Dictionary& operator=(const Dictionary&) = delete;
  ~Dictionary();

  std::int32_t add(std::string_view text);
  std::optional<std::int32_t> find(std::string_view text) const;
  /// The text of a code, perhaps put into `buffer`, which must then live as long.
  std::string_view text(std::int32_t code, std::string& buffer) const;
  std::size_t size() const;

 private:
  std::int32_t look_up(std::string_view text, std::uint64_t hash) const;
  std::string_view store(std::string_view text);

  std::vector<std::string_view> texts_;
  std::vector<std::unique_ptr<char[]>> blocks_;
  std::size_t block_used_ = 0;
  std::size_t block_size_ = 0;
  Slots slots_;
  std::unique_ptr<const Keys> keys_;  ///< instead of all these
};

}  // namespace remit::data
