#include "data/keys/key_finder.h"

#include <algorithm>
#include <limits>

#include <absl/hash/hash.h>

#include "data/bitmap.h"

namespace remit::data {
namespace {

constexpr std::uint64_t kLeastRoom = 1024;

std::uint64_t hash_of(std::string_view text) { return absl::Hash<std::string_view>{}(text); }

/// The least and the greatest number, and whether each is greater than the one before.
struct Range {
  std::uint64_t least = std::numeric_limits<std::uint64_t>::max();
  std::uint64_t most = 0;
  bool ascending = true;
};

Range range_of(const KeyTexts& texts) {
  Range range;
  for (std::size_t row = 0; row < texts.size(); ++row) {
    const std::uint64_t number = texts.number(row);
    range.ascending = range.ascending && (row == 0 || number > range.most);
    range.least = std::min(range.least, number);
    range.most = std::max(range.most, number);
  }
  return range;
}

}  // namespace

KeyFinder::KeyFinder(const KeyTexts& texts) : texts_(texts), form_(texts.form()) {
  if (form_ && texts.size() > 0) take_numbers();
  if (!form_) hash_texts();
}

void KeyFinder::take_numbers() {
  const Range range = range_of(texts_);
  const std::uint64_t room = range.most - range.least;
  first_ = range.least;
  counting_ = range.ascending && room + 1 == texts_.size();
  if (counting_) return;
  if (room > std::max(kLeastRoom, std::uint64_t{texts_.size()} * 4)) {
    form_.reset();
    return;
  }
  by_number_.assign(room + 1, kNone);
  for (std::size_t row = 0; row < texts_.size(); ++row) {
    by_number_[texts_.number(row) - first_] = static_cast<std::int32_t>(row);
  }
}

void KeyFinder::hash_texts() {
  std::string buffer;
  for (std::size_t row = 0; row < texts_.size(); ++row) {
    slots_.insert(hash_of(texts_.text(row, buffer)), static_cast<std::int32_t>(row));
  }
}

std::int32_t KeyFinder::find(std::string_view key) const {
  if (!form_) {
    std::string buffer;
    return slots_.find(hash_of(key), [&](std::int32_t row) {
      return texts_.text(static_cast<std::size_t>(row), buffer) == key;
    });
  }
  const auto number = form_->number(key);
  if (!number || *number < first_) return kNone;
  const std::uint64_t place = *number - first_;
  if (counting_) return place < texts_.size() ? static_cast<std::int32_t>(place) : kNone;
  return place < by_number_.size() ? by_number_[place] : kNone;
}

bool are_surely_different(const KeyTexts& texts) {
  if (texts.size() < 2) return true;
  if (!texts.form()) return false;
  const Range range = range_of(texts);
  if (range.ascending) return true;
  const std::uint64_t room = range.most - range.least;
  if (room > std::max(kLeastRoom, std::uint64_t{texts.size()} * 64)) return false;
  Bitmap seen(room + 1);
  for (std::size_t row = 0; row < texts.size(); ++row) {
    const std::uint64_t number = texts.number(row) - range.least;
    if (seen.get(number)) return false;
    seen.set(number);
  }
  return true;
}

}  // namespace remit::data
