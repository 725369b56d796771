#include <fmt/format.h>

#include <array>
#include <string_view>
#include <utility>

#include "lang/parse/hints.h"

namespace remit::lang::parse {
namespace {

using Row = std::pair<std::string_view, std::string_view>;

constexpr const char* kComment = "a comment stands outside of the expression, behind a `#` of YAML";

constexpr std::array<Row, 31> kOperators = {{
    {"==", "write `=` to compare"},
    {"===", "write `=` to compare"},
    {"!==", "write `!=`"},
    {"<>", "write `!=`"},
    {"><", "write `!=`"},
    {"=!", "write `!=`"},
    {"=<", "write `<=`"},
    {"=>", "write `>=` to compare, `implies` for a consequence"},
    {"<=>", "write `=`, or `is not distinct from` where both may be missing"},
    {"&&", "write `and`"},
    {"&", "write `and`, or `concat(a, b)` to join texts"},
    {"||", "write `or`, or `concat(a, b)` to join texts"},
    {"|", "write `or`"},
    {"!", "write `not`"},
    {"!!", "write `not`"},
    {"!<", "write `>=`"},
    {"!>", "write `<=`"},
    {"%", "the remainder is `a - b * floor(a / b)`, and a percentage is a number: `0.25`"},
    {"^", "there are no powers: multiply"},
    {"~", "write `matches \"...\"` for a pattern"},
    {"?", "write `if a then b else c`"},
    {":", "a field is behind a dot: `a.role`; a quantifier reads `some x in ... satisfies ...`"},
    {";", "an expression is one value: join conditions with `and`"},
    {"{", "a list is written in brackets: `[1, 2]`"},
    {"}", "a list is written in brackets: `[1, 2]`"},
    {"\\", "a backslash stands in strings only"},
    {"@", "names have the letters a to z, digits and `_`"},
    {"$", "names have the letters a to z, digits and `_`"},
    {"#", kComment},
    {">>", "write `>`"},
    {"<<", "write `<`"},
}};

std::optional<Hint> sign_pair(const Position& position) {
  const Token& token = position.token();
  const Token& before = *position.before();
  if (!position.wants_value() || before.end != token.begin) return std::nullopt;
  const auto pair = [&](std::string_view first, std::string_view second) {
    return before.is_symbol(first) && token.is_symbol(second);
  };
  if (pair("*", "*")) return Hint{"there are no powers: multiply"};
  if (pair("-", ">")) return Hint{"write `implies`, or `.` before the name of a field"};
  if (pair("-", "-")) return Hint{"one minus is enough, or use parentheses: `-(-a)`"};
  if (pair("+", "+")) return Hint{"write `+ 1`"};
  if (pair("/", "/") && position.behind()->kind == TokenKind::kInteger) {
    return Hint{"write `floor(a / b)` for whole numbers"};
  }
  if (pair("/", "/") || pair("/", "*")) return Hint{kComment};
  return std::nullopt;
}

}  // namespace

std::optional<Hint> foreign_operator_hint(const Position& position) {
  const Token& token = position.token();
  if (token.is_symbol("=") && position.before()->text.empty()) {
    return Hint{"an expression does not begin with `=`: leave it out"};
  }
  const bool compares = token.is_symbol("<") || token.is_symbol("<=") || token.is_symbol(">") ||
                        token.is_symbol(">=");
  if (compares && position.before()->text.empty()) {
    return Hint{"leave the sign out: the key says how to compare"};
  }
  if (token.kind != TokenKind::kForeign) return sign_pair(position);
  if (token.text == ":" && position.behind()->text == "=") {
    return Hint{"write `=`", "`:=` is not an operator of the language", "foreign-operator"};
  }
  Hint hint{"the comparisons are `=`, `!=`, `<`, `<=`, `>` and `>=`",
            fmt::format("`{}` is not an operator of the language", token.text), "foreign-operator"};
  for (const auto& [text, help] : kOperators) {
    if (text == token.text) hint.help = help;
  }
  return hint;
}

}  // namespace remit::lang::parse
