#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace remit::text {

/// What a terminal shows for one character of a text.
struct Cell {
  std::string shown;       ///< a tab becomes blanks, what has no picture becomes U+FFFD
  std::size_t width = 1;   ///< columns: 0 for combining marks, 2 for wide characters
  std::size_t offset = 0;  ///< of the character in the text, in bytes
};

std::vector<Cell> cells_of(std::string_view text);

/// The text with control characters and invalid bytes replaced, safe to print on one line.
std::string printable(std::string_view text);

}  // namespace remit::text
