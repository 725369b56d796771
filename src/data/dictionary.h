#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>

#include <absl/container/flat_hash_map.h>

namespace remit::data {

/// Distinct strings and their codes, 0 upwards in the order of first use.
class Dictionary {
 public:
  std::int32_t add(std::string_view text);
  std::optional<std::int32_t> find(std::string_view text) const;
  std::string_view text(std::int32_t code) const { return texts_[static_cast<std::size_t>(code)]; }
  std::size_t size() const { return texts_.size(); }

 private:
  std::deque<std::string> texts_;
  absl::flat_hash_map<std::string_view, std::int32_t> codes_;
};

}  // namespace remit::data
