#include "data/cells/explain_date.h"

#include <array>
#include <string>

#include "data/cells/parse.h"

namespace remit::data {
namespace {

struct Shape {
  std::string_view shape;  ///< runs of digits as `9`, of letters as `a`
  std::string_view hint;
};

constexpr std::string_view kDayFirst = "it looks like day/month/year";
constexpr std::string_view kYearFirst =
    "the parts are joined by `-`, month and day have two digits";
constexpr std::string_view kMonthName = "months are written as numbers";
constexpr std::array kShapes{Shape{"9/9/9", kDayFirst},      Shape{"9.9.9", kDayFirst},
                             Shape{"9-9-9", kDayFirst},      Shape{"9/9/9 9:9", kDayFirst},
                             Shape{"9 a 9", kMonthName},     Shape{"9-a-9", kMonthName},
                             Shape{"9/9/9 9:9:9", kDayFirst}};

std::string shape_of(std::string_view text) {
  std::string shape;
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const char sort = digit ? '9' : letter ? 'a' : c;
    if ((digit || letter) && !shape.empty() && shape.back() == sort) continue;
    shape += sort;
  }
  return shape;
}

/// Whether the first run of digits has four of them.
bool starts_with_year(std::string_view text) { return text.find_first_not_of("0123456789") == 4; }

bool has_form(std::string_view text) {
  return text.size() == 10 && starts_with_year(text) && text[4] == '-' && text[7] == '-';
}

bool only_digits(std::string_view text) {
  return text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

std::string_view date_hint(std::string_view text) {
  if (text.size() > 40) return {};
  const std::string shape = shape_of(text);
  if (has_form(text) && shape == "9-9-9") return "there is no such day";
  if (text.size() > 10 && parse_day(text, true)) {
    return "it has a time of day: its field needs `format: datetime`";
  }
  if (only_digits(text)) {
    if (text.size() == 5) return "it looks like the day number of a spreadsheet";
    return text.size() == 8 ? "it lacks the hyphens" : "";
  }
  if (starts_with_year(text) && (shape == "9/9/9" || shape == "9.9.9" || shape == "9-9-9")) {
    return kYearFirst;
  }
  for (const Shape& known : kShapes) {
    if (known.shape == shape) return known.hint;
  }
  return {};
}

}  // namespace remit::data
