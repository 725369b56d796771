#include "lang/parse/scan_number.h"

#include <fmt/format.h>

#include <optional>

#include "lang/parse/fault.h"
#include "lang/parse/words.h"

namespace remit::lang::parse {
namespace {

std::size_t digits_end(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

std::size_t word_end(std::string_view text, std::size_t at) {
  while (at < text.size() && continues_word(text[at])) ++at;
  return at;
}

std::string_view word_at(std::string_view text, std::size_t at) {
  if (at >= text.size() || !starts_word(text[at])) return {};
  return text.substr(at, word_end(text, at) - at);
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && is_blank(text[at])) ++at;
  return at;
}

/// Three groups of digits with the same sign between them and no blanks.
struct Groups {
  char sign;
  std::size_t first;
  std::size_t second;
  std::size_t third;
  std::size_t end;

  bool is_date() const { return sign == '-' && first == 4 && second == 2 && third == 2; }
  /// Arithmetic on such numbers is never meant: it would have blanks.
  bool looks_like_date() const {
    return (sign == '-' && first > 4 && second == 2 && third == 2) ||
           (first == 4 && (sign == '-' || (second <= 2 && third <= 2))) ||
           (first <= 2 && second <= 2 && third == 4);
  }
};

std::optional<Groups> read_groups(std::string_view text, std::size_t at) {
  const std::size_t first = digits_end(text, at);
  const char sign = first < text.size() ? text[first] : ' ';
  if (sign != '-' && sign != '/' && sign != '.') return std::nullopt;
  const std::size_t second = digits_end(text, first + 1);
  if (second == first + 1 || second >= text.size() || text[second] != sign) return std::nullopt;
  const std::size_t third = digits_end(text, second + 1);
  if (third == second + 1) return std::nullopt;
  return Groups{sign, first - at, second - first - 1, third - second - 1, third};
}

Token make(TokenKind kind, std::string_view text, std::size_t begin, std::size_t end) {
  return {kind, begin, end, text.substr(begin, end - begin)};
}

Token date(std::string_view text, std::size_t at, const Groups& groups) {
  const std::size_t end = groups.is_date() ? groups.end : word_end(text, groups.end);
  if (!groups.is_date()) {
    throw Fault{"bad-date", fmt::format("`{}` is not a date", shorten(text.substr(at, end - at))),
                "a date is written year-month-day with 4, 2 and 2 digits: `2024-02-01` is the "
                "1st of February; arithmetic is written with spaces",
                at, end};
  }
  if (const auto word = word_at(text, end); !word.empty()) {
    throw Fault{
        "bad-date",
        fmt::format("`{}` is not a date", shorten(text.substr(at, word_end(text, end) - at))),
        "a date ends with its day: there are no times, and a word behind it needs a space", at,
        word_end(text, end)};
  }
  return make(TokenKind::kDate, text, at, end);
}

/// The end of the unit that begins at `at`, or `at` where there is none.
std::size_t unit_end(std::string_view text, std::size_t at) {
  const std::string_view word = word_at(text, at);
  if (find_unit(word)) return at + word.size();
  if (word != "working") return at;
  const std::size_t next = skip_blanks(text, at + word.size());
  const std::string_view day = word_at(text, next);
  return day == "day" || day == "days" ? next + day.size() : at;
}

std::string joined_help(std::string_view number, std::string_view behind) {
  if (is_reserved(behind)) return fmt::format("put a space before `{}`", behind);
  const bool other_notation =
      std::string_view("eExX_").find(behind.front()) != std::string_view::npos;
  return other_notation && behind.size() > 1 ? "a number is digits, with a point at most: `100000`"
                                             : unit_help(shorten(number), behind);
}

Fault joined_word(std::string_view text, std::size_t at, std::size_t end) {
  const std::size_t word = word_end(text, end);
  const std::string_view behind = text.substr(end, word - end);
  return {"bad-number", fmt::format("`{}` is not a number", shorten(text.substr(at, word - at))),
          joined_help(text.substr(at, end - at), behind), at, word};
}

}  // namespace

Token scan_number(std::string_view text, std::size_t at) {
  if (const auto groups = read_groups(text, at)) {
    if (groups->looks_like_date()) return date(text, at, *groups);
  }
  std::size_t end = digits_end(text, at);
  const bool fraction = end + 1 < text.size() && text[end] == '.' && is_digit(text[end + 1]);
  if (fraction) end = digits_end(text, end + 1);
  const std::size_t word = skip_blanks(text, end);
  const std::size_t unit = unit_end(text, word);
  if (unit == word) {
    if (word == end && !word_at(text, end).empty()) throw joined_word(text, at, end);
    return make(fraction ? TokenKind::kFraction : TokenKind::kInteger, text, at, end);
  }
  if (fraction) {
    throw Fault{"bad-duration",
                fmt::format("`{}` is not a duration", shorten(text.substr(at, unit - at))),
                "a duration is a whole number and a unit: say it in a smaller unit", at, unit};
  }
  return make(TokenKind::kDuration, text, at, unit);
}

}  // namespace remit::lang::parse
