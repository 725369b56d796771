#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace remit::data {

/// Where in a piece of CSV something may end: a bit a byte, in words of 64, the lowest first.
struct Marks {
  std::vector<std::uint64_t> words;  ///< set for separators, quotation marks and line breaks
  bool plain = true;                 ///< all bytes are ASCII, and none is NUL
};

/// Fills `marks`, whose memory is used again. Looks at 32 bytes at a time where the processor can.
void find_marks(std::string_view bytes, char separator, Marks& marks);
/// The same, a byte at a time.
void find_marks_plainly(std::string_view bytes, char separator, Marks& marks);

}  // namespace remit::data
