#include "data/cells/parse.h"

#include <algorithm>
#include <charconv>

#include "value/date.h"

namespace remit::data {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A leading plus sign is read, which std::from_chars does not.
std::string_view without_plus(std::string_view text) {
  return text.size() > 1 && text[0] == '+' && text[1] != '-' ? text.substr(1) : text;
}

template <typename T>
std::optional<T> parse_whole(std::string_view text) {
  T value{};
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc{} || rest != end) return std::nullopt;
  return value;
}

}  // namespace

std::optional<std::int64_t> parse_integer(std::string_view text) {
  return parse_whole<std::int64_t>(without_plus(text));
}

std::optional<double> parse_number(std::string_view text) {
  const std::string_view number = without_plus(text);
  const std::size_t first = !number.empty() && number[0] == '-' ? 1 : 0;
  if (number.size() <= first || !(is_digit(number[first]) || number[first] == '.')) {
    return std::nullopt;  // `inf` and `nan`, which std::from_chars reads
  }
  const auto value = parse_whole<double>(number);
  return value && *value == 0 ? 0.0 : value;
}

std::optional<bool> parse_boolean(std::string_view text, const model::Field& field) {
  const auto among = [&](const std::vector<std::string>& words) {
    return std::find(words.begin(), words.end(), text) != words.end();
  };
  if (among(field.true_values)) return true;
  if (among(field.false_values)) return false;
  return std::nullopt;
}

std::optional<std::int32_t> parse_day(std::string_view text, bool datetime) {
  if (datetime && text.size() > 10) {
    if (!is_time_of_day(text.substr(10))) return std::nullopt;
    text = text.substr(0, 10);
  }
  const auto date = value::parse_date(text);
  return date ? std::optional(date->days) : std::nullopt;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
  constexpr std::string_view kSpaces = " \t\r\n\v\f";
  for (;;) {
    if (text.empty()) return text;
    if (kSpaces.find(text.front()) != std::string_view::npos) {
      text.remove_prefix(1);
    } else if (kSpaces.find(text.back()) != std::string_view::npos) {
      text.remove_suffix(1);
    } else if (text.substr(0, 2) == kNoBreakSpace) {
      text.remove_prefix(2);
    } else if (text.size() > 1 && text.substr(text.size() - 2) == kNoBreakSpace) {
      text.remove_suffix(2);
    } else {
      return text;
    }
  }
}

}  // namespace remit::data
