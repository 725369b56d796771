#include "mutation/words.h"

#include <array>
#include <cctype>

namespace remit::mutation {
namespace {

/// What a case is to show so that it notices the move of a bound.
struct BoundRow {
  std::string_view key;
  std::string_view later;    ///< the bound moved up, or to a later day
  std::string_view earlier;  ///< down
};

constexpr std::string_view kDayLate = "a case in which it happens one day after the due day";
constexpr std::string_view kOnDueDay = "a case in which it happens exactly on the due day";

constexpr std::array kBounds{
    BoundRow{"every", kDayLate, kOnDueDay},
    BoundRow{"first_within", kDayLate, kOnDueDay},
    BoundRow{"within", kDayLate, kOnDueDay},
    BoundRow{"tolerance", kDayLate, kOnDueDay},
    BoundRow{"until", "a case with a wait that starts on the day on which the phase ends",
             "a case with a wait that starts on the last day of the phase"},
    BoundRow{"grace", "a case with a gap one day longer than `grace`",
             "a case with a gap exactly as long as `grace`"},
    BoundRow{"per", "a case with an event on the first day after such a stretch",
             "a case with an event on the last day of such a stretch"},
    BoundRow{"at_most", "a case with exactly one more than `at_most`",
             "a case with exactly as many as `at_most`"},
    BoundRow{"at_least", "a case with exactly as many as `at_least`",
             "a case with exactly one fewer than `at_least`"},
    BoundRow{"times", "a case in which exactly `times` of them come",
             "a case in which one fewer than `times` come"},
};

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

}  // namespace

std::optional<text::Span> find_between(const Original& original, text::Span left, text::Span right,
                                       std::string_view word) {
  if (right.begin < left.end) return std::nullopt;
  const std::string_view between = original.environment().file->slice({left.end, right.begin});
  const std::size_t at = between.find(word);
  if (at == std::string_view::npos) return std::nullopt;
  const auto begin = static_cast<std::uint32_t>(left.end + at);
  return text::Span{begin, begin + static_cast<std::uint32_t>(word.size())};
}

text::Span first_word(const Original& original, const lang::typed::Node& node) {
  const std::string text = original.text(node);
  std::size_t begin = 0;
  while (begin < text.size() && (text[begin] == '(' || is_space(text[begin]))) ++begin;
  std::size_t end = begin;
  while (end < text.size() &&
         (std::isalnum(static_cast<unsigned char>(text[end])) != 0 || text[end] == '_')) {
    ++end;
  }
  return {node.span.begin + static_cast<std::uint32_t>(begin),
          node.span.begin + static_cast<std::uint32_t>(end)};
}

std::optional<text::Span> word_before(const Original& original, text::Span span,
                                      std::string_view word) {
  const std::string_view before = original.environment().file->slice({0, span.begin});
  const std::size_t last = before.find_last_not_of(" \n\r\t(");
  if (last == std::string_view::npos || last + 1 < word.size()) return std::nullopt;
  const std::size_t begin = last + 1 - word.size();
  if (before.substr(begin, word.size()) != word) return std::nullopt;
  return text::Span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(last + 1)};
}

std::string with_replaced(const Original& original, const lang::typed::Node& node,
                          text::Span stretch, std::string_view text) {
  std::string whole = original.text(node);
  whole.replace(stretch.begin - node.span.begin, stretch.end - stretch.begin, text);
  return whole;
}

std::string case_at_bound(const std::string& place, std::int64_t moved) {
  const std::string key = key_of(place);
  for (const BoundRow& row : kBounds) {
    if (row.key == key) return std::string(moved > 0 ? row.later : row.earlier);
  }
  return "a case in which what is compared lies exactly at this bound, and one just beyond it";
}

std::string key_of(const std::string& place) {
  const std::size_t space = place.starts_with("phase ") ? place.rfind(' ') : std::string::npos;
  return space == std::string::npos ? place : place.substr(space + 1);
}

}  // namespace remit::mutation
