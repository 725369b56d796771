#include "rules/parameter_value.h"

#include <fmt/format.h>
#include <array>
#include <charconv>
#include <cmath>

#include "lang/parse/parse.h"

namespace remit::rules {
namespace {

using value::Kind;
using value::Value;

constexpr std::array kKinds{Kind::kInteger, Kind::kNumber,  Kind::kString,
                            Kind::kDate,    Kind::kBoolean, Kind::kDuration};

template <typename Number>
std::optional<Number> whole_text_as(const std::string& text) {
  Number number{};
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc{} || stop != end) return std::nullopt;
  return number;
}

std::optional<Value> read_number(const std::string& text) {
  const auto number = whole_text_as<double>(text);
  if (!number || !std::isfinite(*number)) return std::nullopt;
  return Value{*number};
}

std::optional<Value> read_date_value(const std::string& text) {
  const auto date = value::parse_date(text);
  return date ? std::optional(Value{*date}) : std::nullopt;
}

std::optional<Value> read_boolean(const std::string& text) {
  if (text == "true") return Value{true};
  if (text == "false") return Value{false};
  return std::nullopt;
}

/// A duration is written as in an expression; what the grammar says of other text does not matter.
std::optional<Value> read_duration(const text::Excerpt& excerpt) {
  text::Diagnostics ignored;
  const lang::ExpressionPtr expression = lang::parse_expression(excerpt, ignored);
  if (!expression) return std::nullopt;
  const auto* literal = std::get_if<lang::Literal>(&expression->node);
  if (!literal || !std::holds_alternative<value::Duration>(literal->value.data)) {
    return std::nullopt;
  }
  return literal->value;
}

std::optional<Value> read_of_kind(const text::Excerpt& excerpt, Kind kind) {
  switch (kind) {
    case Kind::kInteger: {
      const auto number = whole_text_as<std::int64_t>(excerpt.text);
      return number ? std::optional(Value{*number}) : std::nullopt;
    }
    case Kind::kNumber:
      return read_number(excerpt.text);
    case Kind::kDate:
      return read_date_value(excerpt.text);
    case Kind::kBoolean:
      return read_boolean(excerpt.text);
    case Kind::kDuration:
      return read_duration(excerpt);
    default:
      return Value{excerpt.text};
  }
}

std::string example(Kind kind) {
  switch (kind) {
    case Kind::kInteger:
      return "write a whole number, such as `15`";
    case Kind::kNumber:
      return "write a number, such as `1.5`";
    case Kind::kDate:
      return "write a date as year, month and day: `2026-01-31`";
    case Kind::kBoolean:
      return "write `true` or `false`";
    default:
      return "write a whole number and a unit: `6 weeks`, `3 months`, `10 working days`";
  }
}

}  // namespace

const std::vector<std::string>& parameter_type_words() {
  static const std::vector<std::string> words{"integer", "number",  "string",
                                              "date",    "boolean", "duration"};
  return words;
}

value::Type parameter_type(std::size_t index) { return value::type(kKinds.at(index)); }

std::optional<value::Value> read_parameter_value(const text::Excerpt& excerpt,
                                                 const value::Type& type, const std::string& what,
                                                 text::Diagnostics& diagnostics) {
  if (type.kind == Kind::kError) return std::nullopt;
  auto value = read_of_kind(excerpt, type.kind);
  if (!value) {
    diagnostics.error("parameter-type", {excerpt.file, excerpt.span(0, excerpt.text.size())},
                      fmt::format("`{}` is no {}, which {} must be", excerpt.text,
                                  value::to_string(value::type(type.kind)), what),
                      example(type.kind));
  }
  return value;
}

}  // namespace remit::rules
