#include "data/key_index.h"

#include <algorithm>

#include <absl/hash/hash.h>
#include <absl/types/span.h>

namespace remit::data {
namespace {

std::uint64_t hash_of(std::span<const std::int64_t> key) {
  using View = absl::Span<const std::int64_t>;
  return absl::Hash<View>{}(View(key.data(), key.size()));
}

}  // namespace

std::optional<std::int32_t> KeyIndex::look_up(std::span<const std::int64_t> key,
                                              std::uint64_t hash) const {
  const std::int32_t entry = slots_.find(hash, [&](std::int32_t number) {
    return std::equal(
        key.begin(), key.end(),
        keys_.begin() + static_cast<std::ptrdiff_t>(number) * static_cast<std::ptrdiff_t>(parts_));
  });
  if (entry == Slots::kNone) return std::nullopt;
  return rows_[static_cast<std::size_t>(entry)];
}

std::optional<std::int32_t> KeyIndex::add(std::span<const std::int64_t> key, std::int32_t row) {
  if (dense_) {
    if (const auto taken = find(key)) return taken;
    const auto place = static_cast<std::size_t>(key[0]);
    if (place >= rows_.size()) rows_.resize(place + 1, -1);
    rows_[place] = row;
    return std::nullopt;
  }
  const std::uint64_t hash = hash_of(key);
  if (const auto taken = look_up(key, hash)) return taken;
  slots_.insert(hash, static_cast<std::int32_t>(rows_.size()));
  rows_.push_back(row);
  keys_.insert(keys_.end(), key.begin(), key.end());
  return std::nullopt;
}

KeyIndex KeyIndex::of_rows(std::size_t rows) {
  KeyIndex index(1, true);
  index.own_rows_ = rows;
  return index;
}

std::optional<std::int32_t> KeyIndex::find(std::span<const std::int64_t> key) const {
  if (own_rows_) {
    const bool there = key[0] >= 0 && static_cast<std::uint64_t>(key[0]) < *own_rows_;
    return there ? std::optional(static_cast<std::int32_t>(key[0])) : std::nullopt;
  }
  if (!dense_) return look_up(key, hash_of(key));
  const auto place = static_cast<std::size_t>(key[0]);
  if (place >= rows_.size() || rows_[place] < 0) return std::nullopt;
  return rows_[place];
}

KeyIndex make_index(const model::Table& model, const std::vector<int>& fields) {
  const bool dense = fields.size() == 1 &&
                     model.fields[static_cast<std::size_t>(fields[0])].kind == value::Kind::kString;
  return {fields.size(), dense};
}

}  // namespace remit::data
