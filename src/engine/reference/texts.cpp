#include "engine/reference/texts.h"

#include <algorithm>

// Decisions where the language page is silent:
// - `lower` and `upper` change A to Z only; `trim` takes space, tab, line breaks, form feed and
//   vertical tab; a character of `length` and `substring` is a code point of UTF-8.
// - `substring(s, start, n)` is what lies at the positions start to start + n - 1, the first
//   being 1; what lies outside of the string is left out.
namespace remit::engine::reference {
namespace {

using lang::Builtin;

constexpr const char* kSpace = " \t\r\n\f\v";

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

std::string mapped(std::string text, char (*change)(char)) {
  std::transform(text.begin(), text.end(), text.begin(), change);
  return text;
}

std::string trimmed(const std::string& text) {
  const auto begin = text.find_first_not_of(kSpace);
  if (begin == std::string::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

std::vector<std::string> characters(const std::string& text) {
  std::vector<std::string> all;
  for (const char c : text) {
    const bool continues = (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
    if (!continues || all.empty()) all.emplace_back();
    all.back() += c;
  }
  return all;
}

std::string part(const std::string& text, std::int64_t start, std::optional<std::int64_t> count) {
  std::string result;
  std::int64_t position = 1;
  for (const std::string& character : characters(text)) {
    const auto from_start =
        static_cast<std::uint64_t>(position) - static_cast<std::uint64_t>(start);
    const bool soon = !count || (*count > 0 && from_start < static_cast<std::uint64_t>(*count));
    if (position >= start && soon) result += character;
    ++position;
  }
  return result;
}

std::string joined(const std::vector<Value>& arguments) {
  std::string result;
  for (const Value& each : arguments) result += each.as<std::string>();
  return result;
}

}  // namespace

Value call_on_texts(Builtin function, const std::vector<Value>& arguments) {
  const auto text = [&](std::size_t i) { return arguments.at(i).as<std::string>(); };
  switch (function) {
    case Builtin::kLower:
      return {mapped(text(0), lower)};
    case Builtin::kUpper:
      return {mapped(text(0), upper)};
    case Builtin::kTrim:
      return {trimmed(text(0))};
    case Builtin::kStringLength:
      return {static_cast<std::int64_t>(characters(text(0)).size())};
    case Builtin::kStartsWith:
      return {text(0).starts_with(text(1))};
    case Builtin::kEndsWith:
      return {text(0).ends_with(text(1))};
    case Builtin::kConcat:
      return {joined(arguments)};
    case Builtin::kSubstring:
      return {part(
          text(0), arguments.at(1).as<std::int64_t>(),
          arguments.size() > 2 ? std::optional{arguments.at(2).as<std::int64_t>()} : std::nullopt)};
    default:
      return missing();
  }
}

}  // namespace remit::engine::reference
