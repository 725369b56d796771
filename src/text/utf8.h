#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace remit::text {

/// One character of a text and how many bytes it takes. A byte that is not part of valid UTF-8
/// is a character of its own, with `valid` false.
struct Character {
  char32_t code = 0;
  std::size_t length = 1;
  bool valid = true;
};

/// The character that starts at a byte offset, which must lie inside the text.
Character character_at(std::string_view text, std::size_t offset);

/// The number of characters of a text.
std::size_t count_characters(std::string_view text);

/// The offset of the first byte that is not valid UTF-8, or nothing.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

/// Appends a character in UTF-8.
void append_utf8(std::string& text, char32_t code);

}  // namespace remit::text
