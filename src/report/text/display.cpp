#include "report/text/display.h"

#include <algorithm>

#include <fmt/format.h>

#include "text/display.h"
#include "text/utf8.h"

namespace remit::report::text {
namespace {

constexpr std::string_view kEllipsis = "\xe2\x80\xa6";
constexpr std::string_view kWhiteSpace = " \t\n\r";
constexpr std::size_t kNarrowest = 8;

using remit::text::Cell;
using remit::text::cells_of;

bool is_plain(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

std::string escaped(std::string_view text, std::size_t position) {
  switch (text[position]) {
    case '\n':
      return "\\n";
    case '\r':
      return "\\r";
    case '\t':
      return "\\t";
    default:
      break;
  }
  const auto byte = static_cast<unsigned char>(text[position]);
  const remit::text::Character character = remit::text::character_at(text, position);
  if (byte < 0x80 || !character.valid) return fmt::format("\\x{:02x}", byte);
  return fmt::format("\\u{:04x}", static_cast<std::uint32_t>(character.code));
}

/// Whether a terminal shows a character as it stands.
bool is_shown(const Cell& cell, std::string_view text) {
  return text.substr(cell.offset, cell.shown.size()) == cell.shown;
}

/// How many bytes of a printable text fit into so many columns; at least one character.
std::size_t fitting(std::string_view text, std::size_t room) {
  std::size_t taken = 0;
  for (const Cell& cell : cells_of(text)) {
    taken += cell.width;
    if (taken > room && cell.offset > 0) return cell.offset;
  }
  return text.size();
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
  if (is_plain(text)) return std::string(text);
  std::string result;
  for (const Cell& cell : cells_of(text)) {
    result += is_shown(cell, text) ? cell.shown : escaped(text, cell.offset);
  }
  return result;
}

std::size_t width(std::string_view text) {
  if (is_plain(text)) return text.size();
  std::size_t total = 0;
  for (const Cell& cell : cells_of(text)) total += cell.width;
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
