#include "data/cells/constraints.h"

#include <algorithm>

#include <fmt/format.h>
#include <re2/re2.h>

#include "data/cells/parse.h"
#include "data/quote.h"
#include "text/nearest.h"
#include "text/utf8.h"
#include "value/date.h"
#include "value/value.h"

namespace remit::data {
namespace {

constexpr std::size_t kMostListed = 12;

/// The value of an `enum` entry of a date or an integer.
std::optional<std::int64_t> whole_value(const model::Field& field, std::string_view text) {
  if (field.kind == value::Kind::kDate) return parse_day(text, false);
  return parse_integer(text);
}

std::string list(const std::vector<std::string>& words) {
  std::string out;
  for (std::size_t i = 0; i < words.size() && i < kMostListed; ++i) {
    out += (i == 0 ? "" : ", ") + words[i];
  }
  return words.size() > kMostListed ? out + ", …" : out;
}

template <typename T>
bool contains(const std::vector<T>& values, const T& wanted) {
  return std::find(values.begin(), values.end(), wanted) != values.end();
}

template <typename Value, typename Bound, typename Write>
std::optional<CellProblem> check_range(std::string_view text, Value value,
                                       const std::optional<Bound>& minimum,
                                       const std::optional<Bound>& maximum, Write write,
                                       std::string_view below, std::string_view above) {
  const bool low = minimum && value < static_cast<Value>(*minimum);
  const bool high = maximum && value > static_cast<Value>(*maximum);
  if (!low && !high) return std::nullopt;
  std::string expected =
      fmt::format("{} {}", low ? "at least" : "at most", write(low ? *minimum : *maximum));
  std::string message =
      fmt::format("{} is too {}; expected {}", in_backticks(text), low ? below : above, expected);
  return CellProblem{"DATA-RANGE", std::move(expected), std::move(message)};
}

std::string count(std::size_t characters) {
  return fmt::format("{} character{}", characters, characters == 1 ? "" : "s");
}

std::string write_number(double number) { return value::to_string(number); }
std::string write_day(std::int32_t day) { return value::to_string(value::Date{day}); }

}  // namespace

Constraints::Constraints(const model::Field& field) : field_(&field) {
  if (field.pattern) {
    pattern_ = std::make_unique<re2::RE2>(*field.pattern, re2::RE2::Quiet);
  }
  for (const std::string& text : field.allowed) {
    if (field.kind == value::Kind::kNumber) {
      if (const auto number = parse_number(text)) allowed_numbers_.push_back(*number);
    } else if (field.kind != value::Kind::kString) {
      if (const auto whole = whole_value(field, text)) allowed_.push_back(*whole);
    }
  }
}

Constraints::Constraints(Constraints&&) noexcept = default;
Constraints::~Constraints() = default;

CellProblem Constraints::not_allowed(std::string_view text) const {
  std::string expected = "one of " + list(field_->allowed);
  std::string message =
      fmt::format("{} is not allowed here; expected {}", in_backticks(text), expected);
  const std::string bare(trimmed(text));
  if (contains(field_->allowed, bare)) {
    message += " (but for the spaces around it, it would be)";
  } else if (const auto near = text::nearest(bare, field_->allowed)) {
    message += fmt::format(" (`{}` perhaps)", *near);
  }
  return {"DATA-ENUM", std::move(expected), std::move(message)};
}

std::optional<CellProblem> Constraints::check_pattern(std::string_view text) const {
  if (!pattern_) return std::nullopt;
  if (re2::RE2::FullMatch(re2::StringPiece(text.data(), text.size()), *pattern_)) {
    return std::nullopt;
  }
  std::string expected = fmt::format("a value of the pattern {}", *field_->pattern);
  std::string message =
      fmt::format("{} does not have the form `{}`", in_backticks(text), *field_->pattern);
  return CellProblem{"DATA-PATTERN", std::move(expected), std::move(message)};
}

std::optional<CellProblem> Constraints::check_length(std::string_view text) const {
  if (!field_->minimum_length && !field_->maximum_length) return std::nullopt;
  const std::size_t length = text::count_characters(text);
  const bool low = field_->minimum_length && length < *field_->minimum_length;
  const bool high = field_->maximum_length && length > *field_->maximum_length;
  if (!low && !high) return std::nullopt;
  std::string expected =
      fmt::format("{} {}", low ? "at least" : "at most",
                  count(low ? *field_->minimum_length : *field_->maximum_length));
  std::string message =
      fmt::format("{} has {}; expected {}", in_backticks(text), count(length), expected);
  return CellProblem{"DATA-LENGTH", std::move(expected), std::move(message)};
}

std::optional<CellProblem> Constraints::check_string(std::string_view text) const {
  if (!field_->allowed.empty() &&
      std::find(field_->allowed.begin(), field_->allowed.end(), text) == field_->allowed.end()) {
    return not_allowed(text);
  }
  if (auto problem = check_pattern(text)) return problem;
  return check_length(text);
}

std::optional<CellProblem> Constraints::check_integer(std::string_view text,
                                                      std::int64_t value) const {
  if (!field_->allowed.empty() && !contains(allowed_, value)) return not_allowed(text);
  return check_range(text, static_cast<long double>(value), field_->minimum, field_->maximum,
                     write_number, "small", "large");
}

std::optional<CellProblem> Constraints::check_number(std::string_view text, double value) const {
  if (!field_->allowed.empty() && !contains(allowed_numbers_, value)) return not_allowed(text);
  return check_range(text, value, field_->minimum, field_->maximum, write_number, "small", "large");
}

std::optional<CellProblem> Constraints::check_day(std::string_view text, std::int32_t day) const {
  if (!field_->allowed.empty() && !contains<std::int64_t>(allowed_, day)) return not_allowed(text);
  return check_range(text, day, field_->minimum_day, field_->maximum_day, write_day, "early",
                     "late");
}

}  // namespace remit::data
