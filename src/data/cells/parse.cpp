#include "data/cells/parse.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "value/date.h"

namespace remit::data {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A leading plus sign is read, which std::from_chars does not.
std::string_view without_plus(std::string_view text) {
  return text.size() > 1 && text[0] == '+' && text[1] != '-' ? text.substr(1) : text;
}

template <typename T>
std::optional<T> parse_whole(std::string_view text) {
  T value{};
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc{} || rest != end) return std::nullopt;
  return value;
}

constexpr int kYears = 10000;

constexpr bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

/// The day before 1 January of each year.
constexpr std::array<std::int32_t, kYears> days_before_years() {
  std::array<std::int32_t, kYears> days{};
  std::int32_t day = value::kFirstDate.days - 1;
  for (int year = 1; year < kYears; ++year) {
    days[static_cast<std::size_t>(year)] = day;
    day += is_leap(year) ? 366 : 365;
  }
  return days;
}

constexpr auto kDaysBefore = days_before_years();
constexpr std::array kMonthLengths{0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
constexpr std::array kMonthStarts{0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};

/// `YYYY-MM-DD` as value::parse_date reads it, without its detours.
std::optional<std::int32_t> parse_plain_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  unsigned odd = 0;
  const auto digit = [&](std::size_t i) {
    const auto value = static_cast<unsigned>(static_cast<unsigned char>(text[i])) - '0';
    odd |= static_cast<unsigned>(value > 9);
    return value;
  };
  const unsigned year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3);
  const unsigned month = digit(5) * 10 + digit(6);
  const unsigned day = digit(8) * 10 + digit(9);
  if (odd != 0 || year == 0 || month == 0 || month > 12 || day == 0) return std::nullopt;
  const bool leap = is_leap(static_cast<int>(year));
  const int longer = leap && month == 2 ? 1 : 0;
  if (static_cast<int>(day) > kMonthLengths[month] + longer) return std::nullopt;
  const int later = leap && month > 2 ? 1 : 0;
  return kDaysBefore[year] + kMonthStarts[month] + later + static_cast<int>(day);
}

}  // namespace

std::optional<std::int64_t> parse_integer(std::string_view text) {
  return parse_whole<std::int64_t>(without_plus(text));
}

std::optional<double> parse_number(std::string_view text) {
  const std::string_view number = without_plus(text);
  const std::size_t first = !number.empty() && number[0] == '-' ? 1 : 0;
  if (number.size() <= first || !(is_digit(number[first]) || number[first] == '.')) {
    return std::nullopt;  // `inf` and `nan`, which std::from_chars reads
  }
  const auto value = parse_whole<double>(number);
  return value && *value == 0 ? 0.0 : value;
}

std::optional<bool> parse_boolean(std::string_view text, const model::Field& field) {
  const auto among = [&](const std::vector<std::string>& words) {
    return std::find(words.begin(), words.end(), text) != words.end();
  };
  if (among(field.true_values)) return true;
  if (among(field.false_values)) return false;
  return std::nullopt;
}

std::optional<std::int32_t> parse_day(std::string_view text, bool datetime) {
  if (datetime && text.size() > 10) {
    if (!is_time_of_day(text.substr(10))) return std::nullopt;
    text = text.substr(0, 10);
  }
  return parse_plain_day(text);
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
  constexpr std::string_view kSpaces = " \t\r\n\v\f";
  for (;;) {
    if (text.empty()) return text;
    if (kSpaces.find(text.front()) != std::string_view::npos) {
      text.remove_prefix(1);
    } else if (kSpaces.find(text.back()) != std::string_view::npos) {
      text.remove_suffix(1);
    } else if (text.substr(0, 2) == kNoBreakSpace) {
      text.remove_prefix(2);
    } else if (text.size() > 1 && text.substr(text.size() - 2) == kNoBreakSpace) {
      text.remove_suffix(2);
    } else {
      return text;
    }
  }
}

}  // namespace remit::data
