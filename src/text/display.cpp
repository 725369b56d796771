#include "text/display.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "text/utf8.h"

namespace remit::text {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

constexpr std::size_t kTabWidth = 4;

// Marks that stand on the character before them, joiners and selectors.
constexpr std::array kZeroWidth{
    Range{0x0300, 0x036F}, Range{0x0483, 0x0489}, Range{0x0591, 0x05BD}, Range{0x0610, 0x061A},
    Range{0x064B, 0x065F}, Range{0x0900, 0x0902}, Range{0x093C, 0x093C}, Range{0x0941, 0x0948},
    Range{0x0E31, 0x0E31}, Range{0x0E34, 0x0E3A}, Range{0x1AB0, 0x1AFF}, Range{0x1DC0, 0x1DFF},
    Range{0x200B, 0x200D}, Range{0x20D0, 0x20FF}, Range{0xFE00, 0xFE0F}, Range{0xFE20, 0xFE2F},
};

// East Asian wide and full-width characters, and the pictographs.
constexpr std::array kDoubleWidth{
    Range{0x1100, 0x115F},   Range{0x2E80, 0x303E},   Range{0x3041, 0x33FF},
    Range{0x3400, 0x4DBF},   Range{0x4E00, 0x9FFF},   Range{0xA000, 0xA4CF},
    Range{0xAC00, 0xD7A3},   Range{0xF900, 0xFAFF},   Range{0xFE30, 0xFE6F},
    Range{0xFF00, 0xFF60},   Range{0xFFE0, 0xFFE6},   Range{0x1F300, 0x1F64F},
    Range{0x1F680, 0x1F6FF}, Range{0x1F900, 0x1F9FF}, Range{0x20000, 0x3FFFD},
};

template <std::size_t N>
bool contains(const std::array<Range, N>& ranges, char32_t code) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [&](Range range) { return range.first <= code && code <= range.last; });
}

// Control characters, and those that turn the direction of the text around.
bool is_unprintable(char32_t code) {
  return code < 0x20 || (code >= 0x7F && code < 0xA0) || (code >= 0x200E && code <= 0x200F) ||
         (code >= 0x2028 && code <= 0x202E) || (code >= 0x2060 && code <= 0x206F) || code == 0xFEFF;
}

Cell cell_of(std::string_view text, std::size_t offset, const Character& character) {
  if (character.code == '\t') return {std::string(kTabWidth, ' '), kTabWidth, offset};
  if (!character.valid || is_unprintable(character.code)) return {"\xEF\xBF\xBD", 1, offset};
  const std::size_t width = contains(kZeroWidth, character.code)     ? 0
                            : contains(kDoubleWidth, character.code) ? 2
                                                                     : 1;
  return {std::string(text.substr(offset, character.length)), width, offset};
}

}  // namespace

std::vector<Cell> cells_of(std::string_view text) {
  std::vector<Cell> cells;
  for (std::size_t i = 0; i < text.size();) {
    const Character character = character_at(text, i);
    cells.push_back(cell_of(text, i, character));
    i += character.length;
  }
  return cells;
}

std::string printable(std::string_view text) {
  std::string result;
  for (const Cell& cell : cells_of(text)) {
    result += text[cell.offset] == '\n' || text[cell.offset] == '\t' ? " " : cell.shown;
  }
  return result;
}

}  // namespace remit::text
