#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace remit::data {

/// Remembers numbers of texts of up to 16 bytes that come again and again, such as codes. What it
/// has forgotten must be looked up elsewhere.
class ShortTexts {
 public:
  static constexpr std::int32_t kUnknown = -1;

  std::int32_t find(std::string_view text) const {
    if (text.size() > 16) return kUnknown;
    const Words words = words_of(text);
    const Entry& entry = entries_[place_of(words, text.size())];
    const bool same =
        entry.words.low == words.low && entry.words.high == words.high && entry.size == text.size();
    return same ? entry.number : kUnknown;
  }

  void put(std::string_view text, std::int32_t number) {
    if (text.size() > 16) return;
    const Words words = words_of(text);
    entries_[place_of(words, text.size())] = {words, static_cast<std::uint32_t>(text.size()),
                                              number};
  }

 private:
  struct Words {
    std::uint64_t low = 0;
    std::uint64_t high = 0;
  };
  struct Entry {
    Words words;
    std::uint32_t size = ~std::uint32_t{0};
    std::int32_t number = kUnknown;
  };

  template <typename T>
  static std::uint64_t load(const char* from) {
    T word;
    std::memcpy(&word, from, sizeof word);
    return word;
  }

  /// All bytes of the text, some of them twice; different for different texts of one size.
  static Words words_of(std::string_view text) {
    const char* const begin = text.data();
    const char* const end = begin + text.size();
    if (text.size() >= 8) return {load<std::uint64_t>(begin), load<std::uint64_t>(end - 8)};
    if (text.size() >= 4) return {load<std::uint32_t>(begin), load<std::uint32_t>(end - 4)};
    if (text.size() >= 2) return {load<std::uint16_t>(begin), load<std::uint16_t>(end - 2)};
    return {text.empty() ? 0 : load<std::uint8_t>(begin), 0};
  }

  static std::size_t place_of(const Words& words, std::size_t size) {
    constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15ULL;
    return ((words.low * kOdd) ^ (words.high + size) * (kOdd << 1 | 1)) >> 56;
  }

  std::array<Entry, 256> entries_{};
};

}  // namespace remit::data
