#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace remit::yaml {

/// A scalar read from the bytes of the file, beside what the YAML library made of it: for each
/// byte of its text (and its end) where that stands in the file.
struct Decoded {
  std::string text;
  std::vector<std::uint32_t> offsets;
  std::size_t end = 0;     ///< behind the last byte of the scalar, closing quote included
  bool terminated = true;  ///< false for a quoted scalar without closing quote

  void emit(char byte, std::size_t offset) {
    text += byte;
    offsets.push_back(static_cast<std::uint32_t>(offset));
  }
};

/// Decodes the scalar that starts at `begin`. How far a plain or block scalar reaches is known
/// from `expected`, the text that the library gave.
Decoded decode(std::string_view file, std::size_t begin, std::string_view expected);

/// The parts of `decode`: one a style of scalar.
Decoded decode_plain(std::string_view file, std::size_t begin, std::string_view expected);
Decoded decode_single_quoted(std::string_view file, std::size_t begin);
Decoded decode_double_quoted(std::string_view file, std::size_t begin);
Decoded decode_block(std::string_view file, std::size_t begin, std::string_view expected);

inline bool is_blank(char c) { return c == ' ' || c == '\t'; }
inline bool is_break(char c) { return c == '\n' || c == '\r'; }
inline bool is_space(char c) { return is_blank(c) || is_break(c); }

}  // namespace remit::yaml
