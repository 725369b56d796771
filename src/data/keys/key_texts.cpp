#include "data/keys/key_texts.h"

#include <algorithm>
#include <limits>

#include "data/keys/key_number.h"

namespace remit::data {
namespace {

constexpr std::size_t kMostPrefixes = 16;

/// Of a few letters, without a call.
bool begins_with(std::string_view text, const std::string& prefix) {
  if (text.size() < prefix.size()) return false;
  std::size_t same = 0;
  while (same < prefix.size() && text[same] == prefix[same]) ++same;
  return same == prefix.size();
}

/// Whether a number has so many digits only because of zeros before it.
bool is_padded(std::uint64_t number, std::size_t digits) { return digits > count_digits(number); }

}  // namespace

std::optional<std::uint64_t> KeyForm::number(std::string_view key) const {
  if (!begins_with(key, prefix)) return std::nullopt;
  const KeyNumber read = key_number(key.substr(prefix.size()));
  if (read.digits == 0) return std::nullopt;
  if (read.padded ? read.digits != width : read.digits < width) return std::nullopt;
  return read.number;
}

std::string_view KeyTexts::Texts::text(std::size_t i) const {
  const std::size_t begin = i == 0 ? 0 : ends[i - 1];
  return std::string_view(bytes).substr(begin, ends[i] - begin);
}

void KeyTexts::push_back(std::string_view text) {
  if (open_.texts || !push_number(text)) push_text(text);
  close_if_full();
}

/// The number of a text that has the prefix of the chunk; false for another one.
bool KeyTexts::push_number(std::string_view text) {
  KeyNumber key;
  if (!prefixes_.empty() && begins_with(text, prefixes_[open_.prefix])) {
    key = key_number(text.substr(prefixes_[open_.prefix].size()));
  }
  if (key.digits == 0) {
    if (open_.size > 0) return false;
    const std::size_t size = prefix_size(text);
    key = key_number(text.substr(size));
    if (key.digits == 0 || !choose_prefix(text.substr(0, size))) return false;
  }
  push_number(key.number, key.digits);
  return true;
}

void KeyTexts::push_number(std::uint64_t number, std::size_t digits) {
  open_.numbers[open_.size] = number;
  open_.digits[open_.size] = static_cast<std::uint8_t>(digits);
  ++open_.size;
}

void KeyTexts::push_text(std::string_view text) {
  if (!open_.texts) give_up_numbers();
  open_.texts->bytes += text;
  open_.texts->ends[open_.size++] = static_cast<std::uint32_t>(open_.texts->bytes.size());
}

/// Of a chunk that begins; false where there are too many.
bool KeyTexts::choose_prefix(std::string_view prefix) {
  const auto found = std::find(prefixes_.begin(), prefixes_.end(), prefix);
  if (found == prefixes_.end() && prefixes_.size() == kMostPrefixes) return false;
  open_.prefix = static_cast<std::uint8_t>(found - prefixes_.begin());
  if (found == prefixes_.end()) prefixes_.emplace_back(prefix);
  return true;
}

/// Writes the numbers of the open chunk out as texts.
void KeyTexts::give_up_numbers() {
  auto texts = std::make_unique<Texts>();
  for (std::size_t i = 0; i < open_.size; ++i) {
    texts->bytes += prefixes_[open_.prefix];
    append_number(texts->bytes, open_.numbers[i], open_.digits[i]);
    texts->ends[i] = static_cast<std::uint32_t>(texts->bytes.size());
  }
  open_.texts = std::move(texts);
}

/// The width with which all numbers of the open chunk are written, if there is one.
std::optional<std::size_t> KeyTexts::width_of_open() const {
  std::size_t width = 0;
  std::size_t least = std::numeric_limits<std::size_t>::max();
  for (std::size_t i = 0; i < open_.size; ++i) {
    const std::size_t digits = open_.digits[i];
    if (!is_padded(open_.numbers[i], digits)) {
      least = std::min(least, digits);
    } else if (width == 0 || width == digits) {
      width = digits;
    } else {
      return std::nullopt;
    }
  }
  return least < width ? std::nullopt : std::optional(width);
}

/// Where the numbers of the open chunk are kept; only of those that lie close enough together.
std::uint32_t KeyTexts::keep_numbers(std::uint64_t least) {
  const auto& numbers = open_.numbers;
  std::uint64_t step = 0;
  if (std::all_of(numbers.begin(), numbers.end(),
                  [&](std::uint64_t number) { return number == least + step++; })) {
    return kCounting;
  }
  const auto place = static_cast<std::uint32_t>(numbers_.size());
  for (const std::uint64_t number : numbers) {
    numbers_.push_back(static_cast<std::uint32_t>(number - least));
  }
  return place;
}

void KeyTexts::close_if_full() {
  if (open_.size < kChunk) return;
  Chunk chunk;
  if (!open_.texts) {
    const auto [least, most] = std::minmax_element(open_.numbers.begin(), open_.numbers.end());
    const auto width = width_of_open();
    if (width && *most - *least <= std::numeric_limits<std::uint32_t>::max()) {
      chunk.least = *least;
      chunk.prefix = open_.prefix;
      chunk.width = static_cast<std::uint8_t>(*width);
      chunk.place = keep_numbers(*least);
    } else {
      give_up_numbers();
    }
  }
  chunk.texts = std::move(open_.texts);
  chunks_.push_back(std::move(chunk));
  open_.size = 0;
}

void KeyTexts::append(const KeyTexts& part) {
  for (const Chunk& chunk : part.chunks_) append_chunk(part, chunk);
  std::string buffer;
  for (std::size_t row = part.chunks_.size() * kChunk; row < part.size(); ++row) {
    push_back(part.text(row, buffer));
  }
}

void KeyTexts::append_chunk(const KeyTexts& part, const Chunk& chunk) {
  const auto first = static_cast<std::size_t>(&chunk - part.chunks_.data()) * kChunk;
  const bool fits = !chunk.texts && !open_.texts &&
                    (open_.size > 0 ? prefixes_[open_.prefix] == part.prefixes_[chunk.prefix]
                                    : choose_prefix(part.prefixes_[chunk.prefix]));
  std::string buffer;
  for (std::size_t i = 0; i < kChunk; ++i) {
    // The chunk that this one begins in may end amid it, and the next one begin.
    const bool same = fits && prefixes_[open_.prefix] == part.prefixes_[chunk.prefix];
    if (!same || open_.texts) {
      push_back(part.text(first + i, buffer));
      continue;
    }
    const std::uint64_t number = part.number(first + i);
    push_number(number, std::max<std::size_t>(count_digits(number), chunk.width));
    close_if_full();
  }
}

std::uint64_t KeyTexts::number(std::size_t row) const {
  const std::size_t at = row % kChunk;
  if (row / kChunk == chunks_.size()) return open_.numbers[at];
  const Chunk& chunk = chunks_[row / kChunk];
  return chunk.least + (chunk.place == kCounting ? at : numbers_[chunk.place + at]);
}

std::string_view KeyTexts::text(std::size_t row, std::string& buffer) const {
  const std::size_t at = row % kChunk;
  const bool open = row / kChunk == chunks_.size();
  const Texts* const texts = open ? open_.texts.get() : chunks_[row / kChunk].texts.get();
  if (texts != nullptr) return texts->text(at);
  const Chunk* const chunk = open ? nullptr : &chunks_[row / kChunk];
  buffer = prefixes_[open ? open_.prefix : chunk->prefix];
  append_number(buffer, number(row), open ? open_.digits[at] : chunk->width);
  return buffer;
}

std::optional<KeyForm> KeyTexts::form() const {
  const auto open_width = width_of_open();
  if (prefixes_.size() != 1 || open_.texts || !open_width) return std::nullopt;
  KeyForm form{prefixes_[0], *open_width};
  for (const Chunk& chunk : chunks_) form.width = std::max<std::size_t>(form.width, chunk.width);
  const auto fits = [&](std::uint64_t least, std::size_t width) {
    return width == form.width || (width == 0 && count_digits(least) >= form.width);
  };
  const bool all = std::all_of(chunks_.begin(), chunks_.end(), [&](const Chunk& chunk) {
    return !chunk.texts && fits(chunk.least, chunk.width);
  });
  const auto end = open_.numbers.begin() + static_cast<std::ptrdiff_t>(open_.size);
  const auto least = std::min_element(open_.numbers.begin(), end);
  if (!all || (least != end && !fits(*least, *open_width))) return std::nullopt;
  return form;
}

}  // namespace remit::data
