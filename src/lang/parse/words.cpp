#include "lang/parse/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "lang/parse/parse.h"
#include "text/nearest.h"

namespace remit::lang {

const std::vector<std::string>& reserved_words() {
  static const std::vector<std::string> words = {
      "after",    "and",     "as_of", "before", "between", "by",       "count", "covers",
      "distinct", "during",  "else",  "every",  "false",   "first",    "for",   "from",
      "if",       "implies", "in",    "is",     "last",    "matches",  "max",   "mean",
      "min",      "missing", "no",    "not",    "or",      "overlaps", "runs",  "satisfies",
      "some",     "sum",     "then",  "true",   "unknown", "where"};
  return words;
}

bool is_name(std::string_view word) {
  return !word.empty() && parse::starts_word(word.front()) &&
         std::all_of(word.begin(), word.end(), parse::continues_word) && !parse::is_reserved(word);
}

namespace parse {

bool is_reserved(std::string_view word) {
  return std::binary_search(reserved_words().begin(), reserved_words().end(), word);
}

std::string lower_case(std::string_view word) {
  std::string lower(word);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

std::string shorten(std::string_view text) {
  constexpr std::size_t kLongest = 40;
  if (text.size() <= kLongest) return std::string(text);
  std::size_t end = kLongest;
  // Not in the middle of a UTF-8 character.
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return std::string(text.substr(0, end)) + "...";
}

std::optional<Unit> find_unit(std::string_view word) {
  using value::DurationFamily;
  if (word == "day" || word == "days") return Unit{1, DurationFamily::kDays};
  if (word == "week" || word == "weeks") return Unit{7, DurationFamily::kDays};
  if (word == "month" || word == "months") return Unit{1, DurationFamily::kMonths};
  if (word == "year" || word == "years") return Unit{12, DurationFamily::kMonths};
  return std::nullopt;
}

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 29> kForeignUnits = {{
    {"d", "days"},
    {"w", "weeks"},
    {"wk", "weeks"},
    {"wks", "weeks"},
    {"m", "months"},
    {"mo", "months"},
    {"mon", "months"},
    {"mth", "months"},
    {"mths", "months"},
    {"y", "years"},
    {"yr", "years"},
    {"yrs", "years"},
    {"wd", "working days"},
    {"wds", "working days"},
    {"working", "working days"},
    {"workday", "working days"},
    {"workdays", "working days"},
    {"workingday", "working days"},
    {"workingdays", "working days"},
    {"working_day", "working days"},
    {"working_days", "working days"},
    {"work", "working days"},
    {"business", "working days"},
    {"businessdays", "working days"},
    {"weekday", "working days"},
    {"weekdays", "working days"},
    {"bd", "working days"},
    {"calendar", "days"},
    {"cd", "days"},
}};

}  // namespace

std::string unit_help(std::string_view number, std::string_view word) {
  const std::string lower = lower_case(word);
  for (const auto& [foreign, unit] : kForeignUnits) {
    if (foreign == lower) return fmt::format("write `{} {}`", number, unit);
  }
  const std::vector<std::string> units = {"day",    "days",  "week", "weeks",       "month",
                                          "months", "years", "year", "working days"};
  if (const auto near = text::nearest(word, units)) {
    return fmt::format("did you mean `{} {}`?", number, *near);
  }
  return "the units are `days`, `weeks`, `months`, `years` and `working days`";
}

}  // namespace parse
}  // namespace remit::lang
