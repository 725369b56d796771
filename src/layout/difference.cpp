#include "layout/difference.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "text/display.h"

namespace remit::layout {
namespace {

using Lines = std::vector<std::string_view>;

constexpr std::size_t kMostLines = 5;  // of each side

Lines split(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.size(), text.find('\n'));
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(text.size(), end + 1));
  }
  return lines;
}

/// How many lines from `at` on the two texts differ in, on each side: up to the nearest line that
/// they share again.
struct Stretch {
  std::size_t before = 0;
  std::size_t after = 0;
};

Stretch stretch(const Lines& before, const Lines& after, std::size_t at) {
  const std::size_t left = std::min(kMostLines, before.size() - at);
  const std::size_t right = std::min(kMostLines, after.size() - at);
  for (std::size_t sum = 1; sum <= left + right; ++sum) {
    for (std::size_t i = sum - std::min(sum, right); i <= std::min(sum, left); ++i) {
      const std::size_t j = sum - i;
      const bool ends = at + i == before.size() && at + j == after.size();
      const bool meet = at + i < before.size() && at + j < after.size() &&
                        before[at + i] == after[at + j] && !before[at + i].empty();
      if (ends || meet) return {i, j};
    }
  }
  return {left, right};
}

void add(std::string& text, char sign, const Lines& lines, std::size_t at, std::size_t count) {
  for (std::size_t i = at; i < at + count; ++i) {
    text += fmt::format("{}{}\n", sign, text::printable(lines[i]));
  }
}

}  // namespace

std::string first_difference(std::string_view before, std::string_view after) {
  if (before == after) return {};
  const Lines left = split(before);
  const Lines right = split(after);
  const auto end = std::min(left.size(), right.size());
  std::size_t at = 0;
  while (at < end && left[at] == right[at]) ++at;
  if (at == left.size() && at == right.size()) {
    return fmt::format("@@ line {}: the line break at the end of the file\n", at);
  }
  const Stretch differing = stretch(left, right, at);
  std::string text = fmt::format("@@ line {}\n", at + 1);
  add(text, '-', left, at, differing.before);
  add(text, '+', right, at, differing.after);
  return text;
}

}  // namespace remit::layout
