#include "waivers/pattern.h"

#include <algorithm>
#include <cctype>

#include "text/utf8.h"

namespace remit::waivers {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

/// Goes on after the last `*` with one character more of the key: linear for one `*`, and never
/// worse than the product of the two lengths.
bool fits(std::string_view pattern, std::string_view key) {
  std::size_t p = 0;
  std::size_t k = 0;
  std::size_t star = kNone;
  std::size_t after_star = 0;
  while (k < key.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      after_star = k;
    } else if (p < pattern.size() && pattern[p] == '?') {
      ++p;
      k += text::character_at(key, k).length;
    } else if (p < pattern.size() && pattern[p] == key[k]) {
      ++p;
      ++k;
    } else if (star != kNone) {
      p = star + 1;
      k = ++after_star;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', p) == kNone;
}

}  // namespace

bool matches(std::string_view pattern, std::string_view key) {
  return pattern == key || fits(pattern, key);
}

bool matches_all(std::string_view pattern) {
  return pattern.find('*') != kNone && std::none_of(pattern.begin(), pattern.end(), [](char c) {
           const auto byte = static_cast<unsigned char>(c);
           return std::isalnum(byte) != 0 || byte >= 0x80;
         });
}

}  // namespace remit::waivers
