#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace remit::data {

/// A fixed number of bits in 64-bit words; bits past the end are zero.
class Bitmap {
 public:
  Bitmap() = default;
  explicit Bitmap(std::size_t size, bool value = false);

  std::size_t size() const { return size_; }
  bool get(std::size_t i) const { return (words_[i >> 6] >> (i & 63)) & 1; }
  void set(std::size_t i) { words_[i >> 6] |= std::uint64_t{1} << (i & 63); }
  void clear(std::size_t i) { words_[i >> 6] &= ~(std::uint64_t{1} << (i & 63)); }
  void set(std::size_t i, bool value) { value ? set(i) : clear(i); }
  void push_back(bool value) {
    if ((size_ & 63) == 0) words_.push_back(0);
    words_.back() |= std::uint64_t{value} << (size_ & 63);
    ++size_;
  }
  void pop_back();
  /// Adds the bits of another one behind its own.
  void append(const Bitmap& other);
  /// Makes room for this many bits in all.
  void reserve(std::size_t size) { words_.reserve((size + 63) / 64); }
  /// The bits 64 w up to 64 w + 63, the first one lowest.
  std::uint64_t word(std::size_t w) const { return words_[w]; }
  /// Bits past the end stay zero: that is for the caller to see to.
  void set_word(std::size_t w, std::uint64_t bits) { words_[w] = bits; }
  std::size_t words() const { return words_.size(); }
  std::size_t count() const;
  bool all() const { return count() == size_; }
  bool none() const;

  Bitmap& operator&=(const Bitmap& other);
  Bitmap& operator|=(const Bitmap& other);
  /// Clears the bits that `other` has.
  Bitmap& subtract(const Bitmap& other);
  void flip();

  /// Calls f(i) for every set bit in order.
  template <typename F>
  void each(F f) const {
    for (std::size_t w = 0; w < words_.size(); ++w) {
      for (std::uint64_t word = words_[w]; word != 0; word &= word - 1) {
        f(w * 64 + static_cast<std::size_t>(std::countr_zero(word)));
      }
    }
  }
  /// Bit i is f(i).
  template <typename F>
  static Bitmap made(std::size_t size, F f) {
    Bitmap result(size);
    for (std::size_t w = 0; w < result.words_.size(); ++w) {
      const std::size_t begin = w * 64;
      const std::size_t count = size - begin < 64 ? size - begin : 64;
      std::uint64_t bits = 0;
      for (std::size_t k = 0; k < count; ++k) bits |= std::uint64_t{f(begin + k)} << k;
      result.words_[w] = bits;
    }
    return result;
  }
  bool operator==(const Bitmap&) const = default;

 private:
  void trim();
  std::vector<std::uint64_t> words_;
  std::size_t size_ = 0;
};

}  // namespace remit::data
