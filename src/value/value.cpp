#include "value/value.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>

namespace remit::value {
namespace {

// Inside of these bounds people expect digits, outside of them an exponent.
constexpr double kSmallestPlain = 1e-6;
constexpr double kLargestPlain = 1e15;

struct Printer {
  std::string operator()(Missing) const { return "missing"; }
  std::string operator()(bool truth) const { return truth ? "true" : "false"; }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(double number) const { return to_string(number); }
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(Date date) const { return to_string(date); }
  std::string operator()(const Duration& duration) const { return to_string(duration); }
  std::string operator()(const Period& period) const { return to_string(period); }
  std::string operator()(Row row) const {
    return row.row < 0 ? "missing" : fmt::format("#{}", row.row);
  }
  std::string operator()(const std::shared_ptr<const List>& list) const {
    std::string text = "[";
    if (list) {
      for (const Value& value : *list) text += (text.size() > 1 ? ", " : "") + to_string(value);
    }
    return text + "]";
  }
};

}  // namespace

std::string to_string(double number) {
  if (number == 0) return "0";
  std::array<char, 400> buffer{};
  const double size = std::fabs(number);
  const bool plain = size >= kSmallestPlain && size < kLargestPlain;
  const auto end =
      plain ? std::to_chars(buffer.begin(), buffer.end(), number, std::chars_format::fixed)
            : std::to_chars(buffer.begin(), buffer.end(), number);
  return {buffer.begin(), end.ptr};
}

std::string to_string(const Value& value) { return std::visit(Printer{}, value.data); }

}  // namespace remit::value
