#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "value/duration.h"

namespace remit::lang::parse {

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
inline bool starts_word(char c) { return is_letter(c) || c == '_'; }
inline bool continues_word(char c) { return starts_word(c) || is_digit(c); }
inline bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool is_reserved(std::string_view word);
/// The word in lower case.
std::string lower_case(std::string_view word);

/// The user's text for a message, cut where it is very long.
std::string shorten(std::string_view text);

/// What one of a unit is: a week is 7 days, a year 12 months.
struct Unit {
  std::int64_t count;
  value::DurationFamily family;
};
/// The unit of one word, singular or plural; `working days` is two words and not among them.
std::optional<Unit> find_unit(std::string_view word);
/// What to write for a word behind a number that is not a unit: "write `6 weeks`".
std::string unit_help(std::string_view number, std::string_view word);

}  // namespace remit::lang::parse
