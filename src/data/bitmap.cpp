#include "data/bitmap.h"

#include <algorithm>

namespace remit::data {

Bitmap::Bitmap(std::size_t size, bool value)
    : words_((size + 63) / 64, value ? ~std::uint64_t{0} : 0), size_(size) {
  trim();
}

void Bitmap::trim() {
  if ((size_ & 63) != 0) words_.back() &= (std::uint64_t{1} << (size_ & 63)) - 1;
}

void Bitmap::pop_back() {
  --size_;
  if ((size_ & 63) == 0) {
    words_.pop_back();
  } else {
    clear(size_);
  }
}

void Bitmap::append(const Bitmap& other) {
  const std::size_t shift = size_ & 63;
  size_ += other.size_;
  if (shift == 0) {
    words_.insert(words_.end(), other.words_.begin(), other.words_.end());
    return;
  }
  for (const std::uint64_t word : other.words_) {
    words_.back() |= word << shift;
    words_.push_back(word >> (64 - shift));
  }
  words_.resize((size_ + 63) / 64);
}

std::size_t Bitmap::count() const {
  std::size_t sum = 0;
  for (const std::uint64_t word : words_) sum += static_cast<std::size_t>(std::popcount(word));
  return sum;
}

bool Bitmap::none() const {
  return std::all_of(words_.begin(), words_.end(), [](std::uint64_t word) { return word == 0; });
}

Bitmap& Bitmap::operator&=(const Bitmap& other) {
  for (std::size_t w = 0; w < words_.size(); ++w) words_[w] &= other.words_[w];
  return *this;
}

Bitmap& Bitmap::operator|=(const Bitmap& other) {
  for (std::size_t w = 0; w < words_.size(); ++w) words_[w] |= other.words_[w];
  return *this;
}

Bitmap& Bitmap::subtract(const Bitmap& other) {
  for (std::size_t w = 0; w < words_.size(); ++w) words_[w] &= ~other.words_[w];
  return *this;
}

void Bitmap::flip() {
  for (std::uint64_t& word : words_) word = ~word;
  trim();
}

}  // namespace remit::data
