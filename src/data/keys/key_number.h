#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace remit::data {

/// The digits at the end of a key, as a number: `V0012` is 12, in 4 digits, the first of them a
/// zero.
struct KeyNumber {
  std::uint64_t number = 0;
  std::uint8_t digits = 0;  ///< 0 where there is no number, or one of too many digits
  bool padded = false;      ///< starts with a zero although it has other digits
};

/// Digits that a number can have without going over 64 bits.
constexpr std::size_t kMostKeyDigits = 18;

/// Where the digits at the end of a text begin.
std::size_t prefix_size(std::string_view text);
/// A text of nothing but digits.
KeyNumber key_number(std::string_view digits);
/// The other way: with leading zeros up to so many digits.
void append_number(std::string& text, std::uint64_t number, std::size_t digits);
std::size_t count_digits(std::uint64_t number);

}  // namespace remit::data
