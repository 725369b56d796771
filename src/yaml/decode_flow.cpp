#include <algorithm>

#include "text/utf8.h"
#include "yaml/decode.h"

namespace remit::yaml {
namespace {

// White space inside of a scalar: as it stands within a line; at a line break one break folds
// into a blank, and of more breaks the first is dropped. Returns the offset behind it.
std::size_t fold(std::string_view file, std::size_t begin, Decoded& decoded) {
  std::size_t end = begin;
  std::vector<std::size_t> breaks;
  for (; end < file.size() && is_space(file[end]); ++end) {
    if (file[end] == '\n') breaks.push_back(end);
  }
  if (breaks.empty()) {
    for (std::size_t i = begin; i < end; ++i) decoded.emit(file[i], i);
  } else if (breaks.size() == 1) {
    decoded.emit(' ', begin);
  } else {
    decoded.emit('\n', begin);
    for (std::size_t i = 1; i + 1 < breaks.size(); ++i) decoded.emit('\n', breaks[i]);
  }
  return end;
}

struct Escape {
  char letter;
  char32_t code;
};

constexpr Escape kEscapes[] = {
    {'0', 0x00}, {'a', 0x07}, {'b', 0x08},   {'t', 0x09},   {'\t', 0x09}, {'n', 0x0A}, {'v', 0x0B},
    {'f', 0x0C}, {'r', 0x0D}, {'e', 0x1B},   {' ', 0x20},   {'"', 0x22},  {'/', 0x2F}, {'\\', 0x5C},
    {'N', 0x85}, {'_', 0xA0}, {'L', 0x2028}, {'P', 0x2029}, {'\'', 0x27},
};

std::size_t digits_after(char letter) {
  return letter == 'x' ? 2 : letter == 'u' ? 4 : letter == 'U' ? 8 : 0;
}

char32_t read_hex(std::string_view digits) {
  char32_t code = 0;
  for (const char c : digits) {
    const bool decimal = c >= '0' && c <= '9';
    const int value = decimal ? c - '0' : (c | 0x20) - 'a' + 10;
    code = code * 16 + static_cast<char32_t>(value & 0xF);
  }
  return code;
}

void emit_code(char32_t code, std::size_t offset, Decoded& decoded) {
  std::string bytes;
  text::append_utf8(bytes, code);
  for (const char byte : bytes) decoded.emit(byte, offset);
}

// A backslash at the end of a line joins the lines without a blank between them.
std::size_t join_lines(std::string_view file, std::size_t begin, Decoded& decoded) {
  std::size_t end = begin;
  std::size_t breaks = 0;
  for (; end < file.size() && is_space(file[end]); ++end) {
    if (file[end] == '\n' && ++breaks > 1) decoded.emit('\n', end);
  }
  return end;
}

// `at` is the backslash; returns the offset behind the escape.
std::size_t decode_escape(std::string_view file, std::size_t at, Decoded& decoded) {
  if (at + 1 >= file.size()) return file.size();
  const char letter = file[at + 1];
  if (is_break(letter)) return join_lines(file, at + 1, decoded);
  if (const std::size_t digits = digits_after(letter); digits > 0) {
    emit_code(read_hex(file.substr(at + 2, digits)), at, decoded);
    return std::min(file.size(), at + 2 + digits);
  }
  for (const Escape& escape : kEscapes) {
    if (escape.letter == letter) emit_code(escape.code, at, decoded);
  }
  return at + 2;
}

Decoded finish(Decoded decoded, std::size_t at, std::size_t end, bool terminated) {
  decoded.offsets.push_back(static_cast<std::uint32_t>(at));
  decoded.end = end;
  decoded.terminated = terminated;
  return decoded;
}

}  // namespace

Decoded decode_plain(std::string_view file, std::size_t begin, std::string_view expected) {
  Decoded decoded;
  std::size_t at = begin;
  while (at < file.size() && decoded.text.size() < expected.size()) {
    if (is_space(file[at])) {
      at = fold(file, at, decoded);
    } else {
      decoded.emit(file[at], at);
      ++at;
    }
  }
  return finish(std::move(decoded), at, at, true);
}

Decoded decode_single_quoted(std::string_view file, std::size_t begin) {
  Decoded decoded;
  std::size_t at = begin + 1;
  while (at < file.size()) {
    if (is_space(file[at])) {
      at = fold(file, at, decoded);
    } else if (file[at] != '\'') {
      decoded.emit(file[at], at);
      ++at;
    } else if (at + 1 < file.size() && file[at + 1] == '\'') {
      decoded.emit('\'', at);
      at += 2;
    } else {
      return finish(std::move(decoded), at, at + 1, true);
    }
  }
  return finish(std::move(decoded), at, at, false);
}

Decoded decode_double_quoted(std::string_view file, std::size_t begin) {
  Decoded decoded;
  std::size_t at = begin + 1;
  while (at < file.size()) {
    if (is_space(file[at])) {
      at = fold(file, at, decoded);
    } else if (file[at] == '\\') {
      at = decode_escape(file, at, decoded);
    } else if (file[at] == '"') {
      return finish(std::move(decoded), at, at + 1, true);
    } else {
      decoded.emit(file[at], at);
      ++at;
    }
  }
  return finish(std::move(decoded), at, at, false);
}

}  // namespace remit::yaml
