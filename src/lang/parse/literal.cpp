#include "lang/parse/literal.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <limits>
#include <optional>

#include "lang/parse/characters.h"
#include "lang/parse/fault.h"
#include "lang/parse/words.h"
#include "value/date.h"

namespace remit::lang::parse {
namespace {

Fault bad(const Token& token, std::string code, std::string message, std::string help) {
  return {std::move(code), std::move(message), std::move(help), token.begin, token.end};
}

std::optional<std::int64_t> read_integer(std::string_view digits) {
  std::int64_t number = 0;
  const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (result.ec != std::errc{}) return std::nullopt;
  return number;
}

std::int64_t integer(const Token& token, std::string_view digits) {
  if (const auto number = read_integer(digits)) return *number;
  throw bad(token, "number-too-large", fmt::format("`{}` is too large a number", shorten(digits)),
            fmt::format("whole numbers go up to {}", std::numeric_limits<std::int64_t>::max()));
}

double fraction(const Token& token) {
  double number = 0;
  const char* end = token.text.data() + token.text.size();
  const auto result = std::from_chars(token.text.data(), end, number);
  if (result.ec == std::errc{} && std::isfinite(number)) return number;
  throw bad(token, "number-too-large", fmt::format("`{}` is out of range", shorten(token.text)),
            "write it with fewer digits");
}

std::string impossible_day(std::string_view text) {
  const int year = std::stoi(std::string(text.substr(0, 4)));
  const int month = std::stoi(std::string(text.substr(5, 2)));
  if (year < 1) return "years go from 0001 to 9999";
  if (month < 1 || month > 12) return "a date is year-month-day: the month goes from 01 to 12";
  int last = 31;
  while (!value::make_date(year, month, last)) --last;
  return fmt::format("{}-{:02} goes from 01 to {}", text.substr(0, 4), month, last);
}

value::Date date(const Token& token) {
  if (const auto date = value::parse_date(token.text)) return *date;
  throw bad(token, "bad-date", fmt::format("there is no day `{}`", token.text),
            impossible_day(token.text));
}

value::Duration duration(const Token& token) {
  std::size_t digits = 0;
  while (is_digit(token.text[digits])) ++digits;
  std::size_t word = digits;
  while (is_blank(token.text[word])) ++word;
  const std::int64_t number = integer(token, token.text.substr(0, digits));
  const Unit unit =
      find_unit(token.text.substr(word)).value_or(Unit{1, value::DurationFamily::kWorkingDays});
  if (number > std::numeric_limits<std::int64_t>::max() / unit.count) {
    throw bad(token, "number-too-large", fmt::format("`{}` is too long", shorten(token.text)),
              "no date is so far away");
  }
  return {number * unit.count, unit.family};
}

/// Resolves the escapes of a string; knows where it is for messages.
class StringReader {
 public:
  explicit StringReader(const Token& token)
      : token_(token), body_(token.text.substr(1, token.text.size() - 2)) {}

  std::string read() {
    while (at_ < body_.size()) {
      if (body_[at_] == '\\') {
        escape();
      } else {
        text_.push_back(body_[at_++]);
      }
    }
    return std::move(text_);
  }

 private:
  void escape() {
    const char kind = at_ + 1 < body_.size() ? body_[at_ + 1] : ' ';
    const std::size_t begin = at_;
    at_ += 2;
    switch (kind) {
      case '"':
      case '\'':
      case '\\':
        return text_.push_back(kind);
      case 'n':
        return text_.push_back('\n');
      case 't':
        return text_.push_back('\t');
      case 'u':
        return append_code_point(text_, code_point(begin));
      default:
        throw wrong(begin, begin + 1 + character_length(body_, begin + 1));
    }
  }

  /// Two escapes together may be one character, as in JSON.
  char32_t code_point(std::size_t begin) {
    const char32_t high = hexadecimal(begin);
    if (high < 0xD800 || high > 0xDFFF) return high;
    if (high < 0xDC00 && body_.substr(at_, 2) == "\\u") {
      at_ += 2;
      const char32_t low = hexadecimal(begin);
      if (low >= 0xDC00 && low <= 0xDFFF) return 0x10000 + ((high - 0xD800) << 10U) + low - 0xDC00;
    }
    throw bad_escape(begin, at_, "half a character",
                     "a character beyond \\uFFFF is written itself, or as a pair of escapes");
  }

  char32_t hexadecimal(std::size_t begin) {
    const std::string_view digits = body_.substr(at_, 4);
    unsigned number = 0;
    const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), number, 16);
    const auto valid = static_cast<std::size_t>(result.ptr - digits.data());
    if (valid < 4) throw wrong(begin, at_ + valid);
    at_ += 4;
    return number;
  }

  Fault wrong(std::size_t begin, std::size_t end) const {
    return bad_escape(begin, end, "no escape that strings know",
                      "the escapes are \\\", \\', \\\\, \\n, \\t and \\uXXXX with four hexadecimal "
                      "digits; a backslash itself is written twice");
  }

  Fault bad_escape(std::size_t begin, std::size_t end, const char* what, const char* help) const {
    const std::size_t start = token_.begin + 1;
    return {"bad-escape", fmt::format("`{}` is {}", body_.substr(begin, end - begin), what), help,
            start + begin, start + end};
  }

  const Token& token_;
  std::string_view body_;
  std::size_t at_ = 0;
  std::string text_;
};

}  // namespace

std::string string_text(const Token& token) { return StringReader(token).read(); }

value::Value literal_value(const Token& token) {
  switch (token.kind) {
    case TokenKind::kInteger:
      return {integer(token, token.text)};
    case TokenKind::kFraction:
      return {fraction(token)};
    case TokenKind::kString:
      return {string_text(token)};
    case TokenKind::kDate:
      return {date(token)};
    case TokenKind::kDuration:
      return {duration(token)};
    default:
      return token.text == "missing" ? value::Value{value::Missing{}}
                                     : value::Value{token.text == "true"};
  }
}

}  // namespace remit::lang::parse
