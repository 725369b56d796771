#include "text/nearest.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

namespace remit::text {
namespace {

constexpr std::size_t kMostListed = 12;
// Longer words are cut: nobody mistypes them, and the distance costs the product of the lengths.
constexpr std::size_t kLongestCompared = 64;

std::string lower(std::string_view word) {
  std::string text(word.substr(0, kLongestCompared));
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

// Edits (insert, delete, replace, swap of neighbours) that turn one word into the other.
std::size_t distance(const std::string& left, const std::string& right) {
  const std::size_t width = right.size() + 1;
  std::vector<std::size_t> table((left.size() + 1) * width);
  const auto cell = [&](std::size_t i, std::size_t j) -> std::size_t& {
    return table[i * width + j];
  };
  for (std::size_t i = 0; i <= left.size(); ++i) cell(i, 0) = i;
  for (std::size_t j = 0; j <= right.size(); ++j) cell(0, j) = j;
  for (std::size_t i = 1; i <= left.size(); ++i) {
    for (std::size_t j = 1; j <= right.size(); ++j) {
      const std::size_t replaced = cell(i - 1, j - 1) + (left[i - 1] == right[j - 1] ? 0 : 1);
      cell(i, j) = std::min({cell(i - 1, j) + 1, cell(i, j - 1) + 1, replaced});
      if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]) {
        cell(i, j) = std::min(cell(i, j), cell(i - 2, j - 2) + 1);
      }
    }
  }
  return cell(left.size(), right.size());
}

}  // namespace

std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& known) {
  const std::string wanted = lower(word);
  std::optional<std::string> best;
  std::size_t least = 0;
  for (const std::string& candidate : known) {
    const std::string other = lower(candidate);
    const std::size_t edits = distance(wanted, other);
    // A third of the letters may be wrong, one in short words; all of them never.
    const std::size_t longest = std::max(wanted.size(), other.size());
    const std::size_t allowed = std::max<std::size_t>(1, longest / 3);
    if (edits > allowed || edits >= longest) continue;
    if (!best || edits < least) {
      best = candidate;
      least = edits;
    }
  }
  return best;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& known) {
  if (const auto guess = nearest(word, known)) return fmt::format("did you mean `{}`?", *guess);
  if (known.empty()) return {};
  std::string list = "known here: ";
  for (std::size_t i = 0; i < known.size() && i < kMostListed; ++i) {
    list += fmt::format("{}`{}`", i == 0 ? "" : ", ", known[i]);
  }
  return known.size() > kMostListed ? list + ", ..." : list;
}

}  // namespace remit::text
