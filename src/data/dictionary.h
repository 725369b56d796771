#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "data/slots.h"

namespace remit::data {

/// Distinct strings and their codes, 0 upwards in the order of first use. It may hold strings that
/// no row has: keys of rows that were left out.
class Dictionary {
 public:
  Dictionary() = default;
  Dictionary(Dictionary&&) = default;
  Dictionary& operator=(Dictionary&&) = default;
  Dictionary(const Dictionary&) = delete;  // the texts point into blocks that belong to one
  Dictionary& operator=(const Dictionary&) = delete;
  ~Dictionary() = default;

  std::int32_t add(std::string_view text);
  std::optional<std::int32_t> find(std::string_view text) const;
  std::string_view text(std::int32_t code) const { return texts_[static_cast<std::size_t>(code)]; }
  std::size_t size() const { return texts_.size(); }

 private:
  std::int32_t look_up(std::string_view text, std::uint64_t hash) const;
  std::string_view store(std::string_view text);

  std::vector<std::string_view> texts_;
  std::vector<std::unique_ptr<char[]>> blocks_;
  std::size_t block_used_ = 0;
  std::size_t block_size_ = 0;
  Slots slots_;
};

}  // namespace remit::data
