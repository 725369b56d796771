#include "text/render.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "text/display.h"

namespace remit::text {
namespace {

constexpr std::size_t kWidestLine = 100;  // columns of a source line that are shown
constexpr std::size_t kNearby = 2000;     // bytes of it that are looked at on each side
constexpr std::size_t kLead = 30;         // columns shown before the span of a cut line

struct Palette {
  std::string_view error, warning, note, bold, dim, reset;
};

constexpr Palette kPlain{"", "", "", "", "", ""};
constexpr Palette kColours{"\x1b[1;31m", "\x1b[1;33m", "\x1b[1;36m",
                           "\x1b[1m",    "\x1b[2m",    "\x1b[0m"};

// A line of the file with its underline, both cut to what is shown.
struct Underlined {
  std::string line;
  std::string carets;
};

// A piece of a line around a place, so that a line of megabytes costs no more than another.
struct Piece {
  std::string_view text;
  std::size_t begin = 0;  // its first byte in the line
};

struct Window {
  std::size_t begin = 0;  // index of the first cell shown
  std::size_t end = 0;
};

std::size_t width_of(const std::vector<Cell>& cells, std::size_t begin, std::size_t end) {
  std::size_t width = 0;
  for (std::size_t i = begin; i < end; ++i) width += cells[i].width;
  return width;
}

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

Piece piece_around(std::string_view line, std::size_t place) {
  std::size_t begin = place - std::min(place, kNearby);
  for (int i = 0; i < 3 && begin > 0 && continues_character(line[begin]); ++i) --begin;
  return {line.substr(begin, place - begin + kNearby), begin};
}

// The cells that are shown: all of a short line, else a few before the place and what follows.
Window choose_window(const std::vector<Cell>& cells, std::size_t place) {
  if (width_of(cells, 0, cells.size()) <= kWidestLine) return {0, cells.size()};
  Window window{place, place};
  std::size_t width = 0;
  const auto widen_back = [&](std::size_t limit) {
    while (window.begin > 0 && width + cells[window.begin - 1].width <= limit) {
      width += cells[--window.begin].width;
    }
  };
  widen_back(kLead);
  while (window.end < cells.size() && width + cells[window.end].width <= kWidestLine) {
    width += cells[window.end++].width;
  }
  widen_back(kWidestLine);  // near the end of the line there is room left
  return window;
}

std::size_t index_of(const std::vector<Cell>& cells, std::size_t offset) {
  const auto found =
      std::lower_bound(cells.begin(), cells.end(), offset,
                       [](const Cell& cell, std::size_t at) { return cell.offset < at; });
  return static_cast<std::size_t>(found - cells.begin());
}

// `begin` and `end` are bytes of the line; an end past the line underlines to its last character.
Underlined underline(std::string_view line, std::size_t begin, std::size_t end) {
  begin = std::min(begin, line.size());
  end = std::clamp(end, begin, line.size());
  const Piece piece = piece_around(line, begin);
  const std::vector<Cell> cells = cells_of(piece.text);
  const std::size_t first = index_of(cells, begin - piece.begin);
  const Window window = choose_window(cells, first);
  const std::size_t last = std::clamp(index_of(cells, end - piece.begin), first, window.end);
  Underlined result;
  if (piece.begin > 0 || window.begin > 0) result.line = "...";
  result.carets = std::string(result.line.size() + width_of(cells, window.begin, first), ' ');
  result.carets += std::string(std::max<std::size_t>(1, width_of(cells, first, last)), '^');
  for (std::size_t i = window.begin; i < window.end; ++i) result.line += cells[i].shown;
  const bool cut = piece.begin + piece.text.size() < line.size() || window.end < cells.size();
  if (cut) result.line += "...";
  return result;
}

// Bytes between the start of the line and an offset of the file.
std::size_t offset_in_line(const SourceFile& file, std::size_t offset) {
  const std::string_view before = std::string_view(file.content()).substr(0, offset);
  const std::size_t line_end = before.rfind('\n');
  return line_end == std::string_view::npos ? before.size() : before.size() - line_end - 1;
}

std::string excerpt_of(const Location& where, std::size_t gutter, std::string_view mark_colour,
                       const Palette& palette) {
  const SourceFile& file = *where.file;
  const Place place = file.place(where.span.begin);
  const std::size_t start = offset_in_line(file, where.span.begin);
  const std::size_t length = where.span.end - std::min(where.span.begin, where.span.end);
  const Underlined shown = underline(file.line(place.line), start, start + length);
  const std::string bar = fmt::format("{}{:>{}} |{}", palette.dim, "", gutter, palette.reset);
  return fmt::format("{}{:>{}} |{} {}\n{} {}{}{}\n", palette.dim, place.line, gutter, palette.reset,
                     shown.line, bar, mark_colour, shown.carets, palette.reset);
}

std::string heading(const Location& where, std::string_view kind, std::string_view kind_colour,
                    const std::string& message, const Palette& palette) {
  std::string text;
  if (where.file) {
    const Place place = where.file->place(where.span.begin);
    text = fmt::format("{}{}:{}:{}:{} ", palette.bold, printable(where.file->path()), place.line,
                       place.column, palette.reset);
  }
  return text + fmt::format("{}{}:{} {}", kind_colour, kind, palette.reset, printable(message));
}

std::size_t gutter_of(const Diagnostic& diagnostic) {
  std::size_t widest = 3;
  const auto widen = [&](const Location& where) {
    if (!where.file) return;
    widest = std::max(widest, fmt::formatted_size("{}", where.file->place(where.span.begin).line));
  };
  widen(diagnostic.where);
  for (const Note& note : diagnostic.notes) widen(note.where);
  return widest + 1;
}

std::string count_of(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

}  // namespace

std::string render(const Diagnostic& diagnostic, bool colour) {
  const Palette& palette = colour ? kColours : kPlain;
  const bool error = diagnostic.severity == Severity::kError;
  const std::string_view kind_colour = error ? palette.error : palette.warning;
  const std::size_t gutter = gutter_of(diagnostic);
  std::string text = heading(diagnostic.where, error ? "error" : "warning", kind_colour,
                             diagnostic.message, palette);
  if (!diagnostic.code.empty()) {
    text += fmt::format(" {}[{}]{}", palette.dim, diagnostic.code, palette.reset);
  }
  text += "\n";
  if (diagnostic.where.file) text += excerpt_of(diagnostic.where, gutter, kind_colour, palette);
  if (!diagnostic.help.empty()) {
    text += fmt::format("{:>{}} = {}help:{} {}\n", "", gutter, palette.bold, palette.reset,
                        printable(diagnostic.help));
  }
  for (const Note& note : diagnostic.notes) {
    text += heading(note.where, "note", palette.note, note.message, palette) + "\n";
    if (note.where.file) text += excerpt_of(note.where, gutter, palette.note, palette);
  }
  return text;
}

std::string render(const Diagnostics& diagnostics, bool colour) {
  if (diagnostics.all().empty()) return {};
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics.all()) text += render(diagnostic, colour);
  const std::size_t warnings = diagnostics.all().size() - diagnostics.errors();
  std::string counts;
  if (diagnostics.errors() > 0) counts = count_of(diagnostics.errors(), "error");
  if (warnings > 0) counts += (counts.empty() ? "" : ", ") + count_of(warnings, "warning");
  return text + counts + "\n";
}

}  // namespace remit::text
