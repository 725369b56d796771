#include "prose/words.h"

#include <algorithm>
#include <array>
#include <cctype>

#include <fmt/format.h>

namespace remit::prose {
namespace {

bool is_letter(char letter) { return std::isalpha(static_cast<unsigned char>(letter)) != 0; }

/// Words that would say something else in a sentence.
bool is_taken(std::string_view word) {
  constexpr std::array<std::string_view, 12> kTaken{"missing", "recorded", "known",   "unknown",
                                                    "yes",     "no",       "nothing", "not",
                                                    "and",     "or",       "none",    "among"};
  return std::find(kTaken.begin(), kTaken.end(), word) != kTaken.end();
}

/// Whether a text is a code, which can be said without quotation marks.
bool is_code(const std::string& text) {
  if (text.empty() || !is_letter(text.front()) || is_taken(text)) return false;
  return std::all_of(text.begin(), text.end(), [](char each) {
    return std::isalnum(static_cast<unsigned char>(each)) != 0 || each == '_';
  });
}

struct Speaker {
  std::string operator()(bool truth) const { return truth ? "yes" : "no"; }
  std::string operator()(const std::string& text) const {
    return is_code(text) ? spoken(std::string_view(text)) : quoted(text);
  }
  std::string operator()(value::Date date) const { return spoken(date); }
  std::string operator()(const value::Period& period) const {
    if (period.shape == value::PeriodShape::kEmpty) return "no day at all";
    if (value::is_open(period)) return "the days from " + spoken(period.from) + " on";
    return fmt::format("the days from {} to {}", spoken(period.from),
                       spoken(value::Date{value::end_day(period).days - 1}));
  }
  std::string operator()(value::Missing) const { return "nothing"; }
  template <typename Other>
  std::string operator()(const Other& other) const {
    return value::to_string(value::Value{other});
  }
};

std::string small_first(std::string text) {
  if (text.size() > 1 && std::islower(static_cast<unsigned char>(text[1])) != 0) {
    text[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(text[0])));
  }
  return text;
}

}  // namespace

std::string spoken(std::string_view name) {
  std::string text(name);
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

std::string spoken(value::Date date) {
  constexpr std::array kMonths{"January",   "February", "March",    "April",
                               "May",       "June",     "July",     "August",
                               "September", "October",  "November", "December"};
  const value::YearMonthDay day = value::civil(date);
  return fmt::format("{} {} {}", day.day, kMonths[static_cast<std::size_t>(day.month - 1)],
                     day.year);
}

std::string spoken(const value::Value& value) { return std::visit(Speaker{}, value.data); }

std::string spoken(const model::Field& field) {
  if (!field.title.empty()) return small_first(field.title);
  const std::string_view name = field.name;
  if (field.kind == value::Kind::kDate && name.size() > 3 && name.ends_with("_on")) {
    return spoken(name.substr(0, name.size() - 3)) + " date";
  }
  return spoken(name);
}

std::string spoken(const model::Table& table) {
  return table.title.empty() ? spoken(std::string_view(table.name)) : small_first(table.title);
}

std::string quoted(std::string_view text) { return fmt::format("“{}”", text); }

std::string joined(const std::vector<std::string>& items, std::string_view last_word) {
  if (items.size() < 2) return items.empty() ? "" : items.front();
  return fmt::format("{} {} {}", fmt::join(items.begin(), items.end() - 1, ", "), last_word,
                     items.back());
}

std::string ordinal(std::size_t number) {
  constexpr std::array kWords{"first", "second",  "third",  "fourth", "fifth",
                              "sixth", "seventh", "eighth", "ninth",  "tenth"};
  if (number >= 1 && number <= kWords.size()) return kWords[number - 1];
  const std::size_t last = number % 10;
  const bool teens = number % 100 >= 11 && number % 100 <= 13;
  const char* ending = teens || last == 0 || last > 3 ? "th"
                       : last == 1                    ? "st"
                       : last == 2                    ? "nd"
                                                      : "rd";
  return fmt::format("{}{}", number, ending);
}

std::string counted(const std::string& number, const std::string& unit) {
  return number + " " + (number == "1" ? unit.substr(0, unit.size() - 1) : unit);
}

std::string capital(std::string text) {
  if (!text.empty()) {
    text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
  }
  return text;
}

std::string possessive(std::string_view phrase) {
  return phrase == "it" ? "its" : std::string(phrase) + "'s";
}

std::string in_force(const std::optional<value::Date>& from, const std::optional<value::Date>& to) {
  std::string text;
  if (from) text += " from " + spoken(*from);
  if (to) text += (from ? " to " : " up to ") + spoken(*to);
  return text;
}

std::string spoken(const std::vector<lang::Dated>& values, std::string_view last_word) {
  std::vector<std::string> items;
  for (const lang::Dated& dated : values) {
    std::string item = spoken(dated.value);
    const std::string when = in_force(dated.from, dated.to);
    if (!when.empty()) item += fmt::format(" ({})", when.substr(1));
    items.push_back(item);
  }
  return joined(items, last_word);
}

}  // namespace remit::prose
