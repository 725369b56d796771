#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace remit::report::text {

/// A character of a text that may hold anything.
struct Character {
  std::uint32_t code = 0;  ///< code point; of a byte that is no UTF-8, the byte
  std::size_t bytes = 1;   ///< how many it takes
  bool valid = true;
};

/// The character that starts at a byte of a text (not its end).
Character character_at(std::string_view text, std::size_t position);

/// How many columns of a terminal a code point takes: 0, 1 or 2.
std::size_t columns(std::uint32_t code);

/// Whether a terminal would act on it, or a reader could be misled by it: controls, line and
/// paragraph separators, and the marks that turn the direction of writing.
bool is_control(std::uint32_t code);

}  // namespace remit::report::text
