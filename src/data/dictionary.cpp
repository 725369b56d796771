#include "data/dictionary.h"

#include <algorithm>

#include <absl/hash/hash.h>

#include "data/keys/keys.h"

namespace remit::data {
namespace {

constexpr std::size_t kFirstBlock = 1024;
constexpr std::size_t kLargestBlock = std::size_t{1} << 20;

std::uint64_t hash_of(std::string_view text) { return absl::Hash<std::string_view>{}(text); }

}  // namespace

Dictionary::Dictionary() = default;
Dictionary::Dictionary(std::unique_ptr<const Keys> keys) : keys_(std::move(keys)) {}
Dictionary::Dictionary(Dictionary&& other) noexcept = default;
Dictionary& Dictionary::operator=(Dictionary&& other) noexcept = default;
Dictionary::~Dictionary() = default;

std::int32_t Dictionary::look_up(std::string_view text, std::uint64_t hash) const {
  return slots_.find(
      hash, [&](std::int32_t code) { return texts_[static_cast<std::size_t>(code)] == text; });
}

std::string_view Dictionary::store(std::string_view text) {
  if (block_size_ - block_used_ < text.size()) {
    block_size_ = std::max(text.size(), std::clamp(block_size_ * 2, kFirstBlock, kLargestBlock));
    blocks_.push_back(std::make_unique<char[]>(block_size_));
    block_used_ = 0;
  }
  if (text.empty()) return {};
  char* const place = blocks_.back().get() + block_used_;
  std::copy(text.begin(), text.end(), place);
  block_used_ += text.size();
  return {place, text.size()};
}

std::int32_t Dictionary::add(std::string_view text) {
  const std::uint64_t hash = hash_of(text);
  if (const std::int32_t found = look_up(text, hash); found != Slots::kNone) return found;
  const auto code = static_cast<std::int32_t>(texts_.size());
  texts_.push_back(store(text));
  slots_.insert(hash, code);
  return code;
}

std::optional<std::int32_t> Dictionary::find(std::string_view text) const {
  const std::int32_t found = keys_ ? keys_->find(text) : look_up(text, hash_of(text));
  return found == Slots::kNone ? std::nullopt : std::optional(found);
}

std::string_view Dictionary::text(std::int32_t code, std::string& buffer) const {
  const auto at = static_cast<std::size_t>(code);
  return keys_ ? keys_->texts().text(at, buffer) : texts_[at];
}

std::size_t Dictionary::size() const { return keys_ ? keys_->texts().size() : texts_.size(); }

}  // namespace remit::data
