#include "data/key_finder.h"

#include <algorithm>
#include <limits>

namespace remit::data {
namespace {

constexpr std::size_t kMostDigits = 18;
constexpr std::uint64_t kLeastRoom = 1024;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

KeyFinder::KeyFinder(const Dictionary& texts, const KeyIndex& rows, const KeyIndex& later)
    : texts_(texts), rows_(rows), later_(later) {
  if (look_at_form()) number_rows();
}

/// Takes the form of the first key; the width holds where one of the keys begins with a zero.
bool KeyFinder::look_at_form() {
  if (texts_.size() == 0) return false;
  const std::string_view one = texts_.text(0);
  std::size_t digits = 0;
  while (digits < one.size() && is_digit(one[one.size() - 1 - digits])) ++digits;
  prefix_ = one.substr(0, one.size() - digits);
  const auto begins_with_zero = [&](std::string_view key) {
    return key.size() > prefix_.size() + 1 && key[prefix_.size()] == '0';
  };
  const auto size = static_cast<std::int32_t>(texts_.size());
  for (std::int32_t code = 0; code < size && width_ == 0; ++code) {
    if (begins_with_zero(texts_.text(code))) width_ = digits;
  }
  return digits > 0;
}

/// The digits of a key that has the form; false for one that has it not, so that no two keys have
/// the same number.
bool KeyFinder::number_of(std::string_view key, std::uint64_t& number) const {
  const std::size_t digits = key.size() - std::min(key.size(), prefix_.size());
  if (digits == 0 || digits > kMostDigits || !key.starts_with(prefix_)) return false;
  if (width_ > 0 ? digits != width_ : key[prefix_.size()] == '0' && digits > 1) return false;
  number = 0;
  bool all_digits = true;
  for (const char c : key.substr(prefix_.size())) {
    all_digits = all_digits && is_digit(c);
    number = number * 10 + static_cast<std::uint64_t>(static_cast<unsigned char>(c) - '0');
  }
  return all_digits;
}

/// Unless one key has another form, or the numbers leave too much room.
void KeyFinder::number_rows() {
  std::uint64_t least = std::numeric_limits<std::uint64_t>::max();
  std::uint64_t most = 0;
  const auto size = static_cast<std::int32_t>(texts_.size());
  std::uint64_t number = 0;
  for (std::int32_t code = 0; code < size; ++code) {
    if (!number_of(texts_.text(code), number)) return;
    least = std::min(least, number);
    most = std::max(most, number);
  }
  if (most - least > std::max(kLeastRoom, std::uint64_t{texts_.size()} * 4)) return;
  numbered_ = true;
  first_ = least;
  by_number_.assign(most - least + 1, kNone);
  for (std::int32_t code = 0; code < size; ++code) {
    number_of(texts_.text(code), number);
    const std::int64_t key = code;
    by_number_[number - first_] = rows_.find({&key, 1}).value_or(kNone);
  }
}

std::int32_t KeyFinder::find(std::string_view key) const {
  if (numbered_) {
    std::uint64_t number = 0;
    if (!number_of(key, number) || number < first_) return kNone;
    return number - first_ < by_number_.size() ? by_number_[number - first_] : kNone;
  }
  const auto code = texts_.find(key);
  if (!code) return kNone;
  const std::int64_t part = *code;
  return rows_.find({&part, 1}).value_or(kNone);
}

bool KeyFinder::is_later(std::string_view key) const {
  const auto code = texts_.find(key);
  if (!code) return false;
  const std::int64_t part = *code;
  return later_.find({&part, 1}).has_value();
}

}  // namespace remit::data
