#include "report/text/display.h"

#include <algorithm>

#include <fmt/format.h>

#include "report/text/character.h"

namespace remit::report::text {
namespace {

constexpr std::string_view kEllipsis = "\xe2\x80\xa6";
constexpr std::string_view kWhiteSpace = " \t\n\r";
constexpr std::size_t kNarrowest = 8;

std::string escaped(const Character& character) {
  switch (character.code) {
    case '\n':
      return "\\n";
    case '\r':
      return "\\r";
    case '\t':
      return "\\t";
    default:
      break;
  }
  return character.code < 0x80 || !character.valid ? fmt::format("\\x{:02x}", character.code)
                                                   : fmt::format("\\u{:04x}", character.code);
}

/// How many bytes of a printable text fit into so many columns; at least one character.
std::size_t fitting(std::string_view text, std::size_t room) {
  std::size_t taken = 0;
  std::size_t end = 0;
  while (end < text.size()) {
    const Character character = character_at(text, end);
    taken += columns(character.code);
    if (taken > room && end > 0) break;
    end += character.bytes;
  }
  return end;
}

void add_word(std::vector<std::string>& lines, std::string word, std::size_t room) {
  if (!lines.back().empty()) {
    if (width(lines.back()) + 1 + width(word) <= room) {
      lines.back() += ' ' + word;
      return;
    }
    lines.emplace_back();
  }
  while (width(word) > room) {
    const std::size_t end = fitting(word, room);
    lines.back() = word.substr(0, end);
    lines.emplace_back();
    word.erase(0, end);
  }
  lines.back() = word;
}

}  // namespace

std::string printable(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const Character character = character_at(text, i);
    if (character.valid && !is_control(character.code)) {
      result += text.substr(i, character.bytes);
    } else {
      result += escaped(character);
    }
    i += character.bytes;
  }
  return result;
}

std::size_t width(std::string_view text) {
  std::size_t total = 0;
  for (std::size_t i = 0; i < text.size();) {
    const Character character = character_at(text, i);
    total += columns(character.code);
    i += character.bytes;
  }
  return total;
}

std::string pad(std::string_view text, std::size_t columns) {
  const std::size_t taken = width(text);
  return std::string(text) + std::string(columns > taken ? columns - taken : 0, ' ');
}

std::string pad_left(std::string_view text, std::size_t columns) {
  const std::size_t taken = width(text);
  return std::string(columns > taken ? columns - taken : 0, ' ') + std::string(text);
}

std::string cut(std::string_view text, std::size_t columns) {
  if (width(text) <= columns) return std::string(text);
  if (columns < 2) return std::string(kEllipsis);
  return std::string(text.substr(0, fitting(text, columns - 1))) + std::string(kEllipsis);
}

std::vector<std::string> wrap(std::string_view text, std::size_t columns) {
  const std::size_t room = std::max(columns, kNarrowest);
  std::vector<std::string> lines(1);
  for (std::size_t i = text.find_first_not_of(kWhiteSpace); i != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(kWhiteSpace, i), text.size());
    add_word(lines, printable(text.substr(i, end - i)), room);
    i = text.find_first_not_of(kWhiteSpace, end);
  }
  return lines;
}

}  // namespace remit::report::text
