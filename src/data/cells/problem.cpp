#include "data/cells/problem.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "data/cells/explain_date.h"
#include "data/cells/parse.h"
#include "data/quote.h"

namespace remit::data {
namespace {

CellProblem problem(std::string_view code, std::string_view text, std::string_view type,
                    std::string expected, std::string_view hint) {
  std::string message = fmt::format("{} is no {}; expected {}", in_backticks(text), type, expected);
  if (!hint.empty()) message += fmt::format(" ({})", hint);
  return {code, std::move(expected), std::move(message)};
}

std::string without_commas(std::string_view text, char put) {
  std::string out;
  for (const char c : text) {
    if (c != ',') out += c;
    if (c == ',' && put != '\0') out += put;
  }
  return out;
}

std::string_view number_hint(std::string_view text) {
  if (text.find(',') == std::string_view::npos) return {};
  const bool one = std::count(text.begin(), text.end(), ',') == 1;
  if (one && parse_number(without_commas(text, '.'))) return "a comma is not read in numbers";
  return parse_number(without_commas(text, '\0')) ? "thousands separators are not read" : "";
}

std::string_view integer_hint(std::string_view text) {
  const bool digits = text.find_first_not_of("+-0123456789") == std::string_view::npos;
  if (digits && parse_number(text)) return "it does not fit into 64 bits";
  return parse_number(text) ? "this field has no fractions and no exponents" : number_hint(text);
}

CellProblem explain_boolean(const model::Field& field, std::string_view text,
                            std::string_view hint) {
  return problem("DATA-BOOLEAN", text, "boolean",
                 fmt::format("{} for true, {} for false", fmt::join(field.true_values, ", "),
                             fmt::join(field.false_values, ", ")),
                 hint);
}

bool parses(const model::Field& field, std::string_view text) {
  switch (field.kind) {
    case value::Kind::kBoolean:
      return parse_boolean(text, field).has_value();
    case value::Kind::kInteger:
      return parse_integer(text).has_value();
    case value::Kind::kNumber:
      return parse_number(text).has_value();
    case value::Kind::kDate:
      return parse_day(text, field.datetime).has_value();
    default:
      return true;
  }
}

}  // namespace

CellProblem explain_type(const model::Field& field, std::string_view text) {
  if (!is_text(text)) return explain_encoding(text);
  const bool spaces = parses(field, trimmed(text));
  const std::string_view hint = spaces ? "but for the spaces around it, it would be one" : "";
  switch (field.kind) {
    case value::Kind::kBoolean:
      return explain_boolean(field, text, hint);
    case value::Kind::kInteger:
      return problem("DATA-INTEGER", text, "integer", "a whole number, digits only",
                     spaces ? hint : integer_hint(text));
    case value::Kind::kNumber:
      return problem("DATA-NUMBER", text, "number", "a number such as 12 or 0.5",
                     spaces ? hint : number_hint(text));
    default:
      return problem("DATA-DATE", text, "date",
                     field.datetime ? "YYYY-MM-DD or YYYY-MM-DDThh:mm:ss" : "YYYY-MM-DD",
                     spaces ? hint : date_hint(text));
  }
}

CellProblem explain_encoding(std::string_view bytes) {
  const bool nul = bytes.find('\0') != std::string_view::npos;
  return {"DATA-ENCODING", "text in UTF-8",
          fmt::format("{} {}", in_backticks(bytes),
                      nul ? "has a NUL byte in it; export the file again"
                          : "is not in UTF-8; save the file as `CSV UTF-8`")};
}

CellProblem explain_marks(std::string_view text) {
  const bool opens = !text.empty() && text.front() == '"';
  return {"DATA-QUOTE", "quotation marks around the whole value, those inside it doubled",
          fmt::format("{} {}", in_backticks(text),
                      opens ? "goes on after its closing quotation mark"
                            : "has a quotation mark in it and none around it")};
}

CellProblem unclosed_quote(std::string_view text) {
  return {"DATA-QUOTE", "a closing quotation mark",
          fmt::format("the quotation mark of {} is not closed; this line is left out",
                      in_backticks(text))};
}

}  // namespace remit::data
