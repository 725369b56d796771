#include "data/keys/key_number.h"

#include <algorithm>
#include <array>
#include <bit>

namespace remit::data {
namespace {

constexpr std::array<std::uint64_t, 20> powers_of_ten() {
  std::array<std::uint64_t, 20> powers{1};
  for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
  powers[0] = 0;  // zero has a digit too
  return powers;
}

constexpr auto kPowers = powers_of_ten();

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::size_t prefix_size(std::string_view text) {
  std::size_t size = text.size();
  while (size > 0 && is_digit(text[size - 1])) --size;
  return size;
}

KeyNumber key_number(std::string_view digits) {
  if (digits.empty() || digits.size() > kMostKeyDigits) return {};
  std::uint64_t number = 0;
  unsigned odd = 0;
  for (const char c : digits) {
    const auto digit = static_cast<unsigned>(static_cast<unsigned char>(c)) - '0';
    odd |= static_cast<unsigned>(digit > 9);
    number = number * 10 + digit;
  }
  if (odd != 0) return {};
  return {number, static_cast<std::uint8_t>(digits.size()), digits.size() > 1 && digits[0] == '0'};
}

void append_number(std::string& text, std::uint64_t number, std::size_t digits) {
  std::array<char, 20> out{};
  std::size_t at = out.size();
  do {
    out[--at] = static_cast<char>('0' + number % 10);
    number /= 10;
  } while (number != 0);
  const std::size_t size = out.size() - at;
  text.append(digits - std::min(digits, size), '0');
  text.append(out.data() + at, size);
}

std::size_t count_digits(std::uint64_t number) {
  const auto bits = static_cast<std::size_t>(std::bit_width(number | 1));
  const std::size_t least = bits * 1233 >> 12;  // of that many bits: log10(2) is near 1233 / 4096
  return least + (number >= kPowers[least] ? 1 : 0);
}

}  // namespace remit::data
