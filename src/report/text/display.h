#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace remit::report::text {

/// The text with everything escaped that must not reach a terminal: `\n`, `\x1b`, `\u202e`, and
/// bytes that are no UTF-8 as `\xff`.
std::string printable(std::string_view text);

/// How many columns a printable text takes.
std::size_t width(std::string_view text);

/// Fills with spaces on the right (or left) up to a width; a wider text stays as it is.
std::string pad(std::string_view text, std::size_t columns);
std::string pad_left(std::string_view text, std::size_t columns);

/// Cuts a printable text to a width, the last column an ellipsis where something was cut.
std::string cut(std::string_view text, std::size_t columns);

/// Breaks any text at white space into printable lines of at most so many columns (at least 8);
/// a longer word is broken where it must be. One line, empty, for an empty text.
std::vector<std::string> wrap(std::string_view text, std::size_t columns);

}  // namespace remit::report::text
