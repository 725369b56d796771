#include "yaml/numbers.h"

#include <charconv>
#include <cmath>

namespace remit::yaml {
namespace {

template <typename Number>
std::optional<Number> read(std::string_view text) {
  Number number{};
  const char* end = text.data() + text.size();
  const auto result = std::from_chars(text.data(), end, number);
  if (result.ec != std::errc() || result.ptr != end) return std::nullopt;
  return number;
}

// A plus sign is allowed by YAML and refused by from_chars.
std::string_view without_plus(std::string_view text) {
  const bool signed_digits = text.size() > 1 && text[0] == '+' && text[1] != '-';
  return signed_digits ? text.substr(1) : text;
}

}  // namespace

std::optional<bool> read_boolean(std::string_view text) {
  if (text == "true" || text == "True" || text == "TRUE") return true;
  if (text == "false" || text == "False" || text == "FALSE") return false;
  return std::nullopt;
}

std::optional<std::int64_t> read_integer(std::string_view text) {
  return read<std::int64_t>(without_plus(text));
}

std::optional<double> read_number(std::string_view text) {
  const auto number = read<double>(without_plus(text));
  return number && std::isfinite(*number) ? number : std::nullopt;
}

}  // namespace remit::yaml
