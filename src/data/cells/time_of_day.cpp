#include "data/cells/parse.h"

#include <algorithm>

namespace remit::data {
namespace {

/// Takes two digits that are at most `limit` off the front.
bool take_two_digits(std::string_view& text, int limit) {
  const auto digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; };
  if (text.size() < 2 || !digit(0) || !digit(1)) return false;
  const int number = (text[0] - '0') * 10 + (text[1] - '0');
  text.remove_prefix(2);
  return number <= limit;
}

bool take(std::string_view& text, char wanted) {
  if (text.empty() || text.front() != wanted) return false;
  text.remove_prefix(1);
  return true;
}

/// The digits of a fraction; at least one.
bool take_fraction(std::string_view& text) {
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  text.remove_prefix(digits);
  return digits > 0;
}

/// `:SS` and its fraction, where they are there.
bool take_seconds(std::string_view& text) {
  if (!take(text, ':')) return true;
  if (!take_two_digits(text, 60)) return false;  // 60 is a leap second
  return !(take(text, '.') || take(text, ',')) || take_fraction(text);
}

/// Nothing, `Z`, or `+01:00` in one of its three spellings; a space may stand before it.
bool is_offset(std::string_view text) {
  if (text.empty()) return true;
  take(text, ' ');
  if (text == "Z" || text == "z") return true;
  if (!take(text, '+') && !take(text, '-')) return false;
  if (!take_two_digits(text, 23)) return false;
  if (text.empty()) return true;
  take(text, ':');
  return take_two_digits(text, 59) && text.empty();
}

}  // namespace

bool is_time_of_day(std::string_view text) {
  if (!take(text, 'T') && !take(text, 't') && !take(text, ' ')) return false;
  if (!take_two_digits(text, 24) || !take(text, ':') || !take_two_digits(text, 59)) return false;
  return take_seconds(text) && is_offset(text);
}

}  // namespace remit::data
