#include <fmt/format.h>

#include "lang/parse/hints.h"
#include "lang/parse/words.h"

namespace remit::lang::parse {
namespace {

constexpr const char* kGoOn = "an operator or the end of the expression";

}  // namespace

std::optional<Hint> literal_hint(const Position& position) {
  const Token& token = position.token();
  const Token& before = *position.before();
  if (position.wants("a string")) {
    return Hint{"a pattern is a string, written out: `matches \"^SW[0-9]+$\"`"};
  }
  if (position.wants_value() && token.is_symbol(".") &&
      position.behind()->kind == TokenKind::kInteger) {
    return Hint{fmt::format("write `0.{}`", position.behind()->text)};
  }
  if (position.wants_value() || position.wants("a name")) return std::nullopt;
  if (before.kind == TokenKind::kInteger && token.kind == TokenKind::kName) {
    return Hint{unit_help(shorten(before.text), shorten(token.text)),
                fmt::format("`{}` is not a unit of time", shorten(token.text)), "bad-duration"};
  }
  if (before.kind == TokenKind::kInteger && token.is_symbol(",") &&
      position.behind()->text.size() == 3 && position.behind()->begin == token.end) {
    return Hint{"a number has a point before its fraction, and nothing between its thousands"};
  }
  if (before.kind == TokenKind::kInteger && token.is_symbol(",") &&
      position.behind()->kind == TokenKind::kInteger && position.behind()->begin == token.end) {
    return Hint{"a number has a point before its fraction: `0.5`"};
  }
  if (before.kind == TokenKind::kString && token.kind == TokenKind::kString) {
    return Hint{before.end == token.begin
                    ? fmt::format("a quote within a string is written `\\{}`", before.text.front())
                    : "join texts with `concat(a, b)`"};
  }
  if (before.kind == TokenKind::kName && find_unit(token.text)) {
    return Hint{fmt::format("a duration is a number in digits and a unit: `6 {}`", token.text)};
  }
  if (before.kind == TokenKind::kName && token.kind == TokenKind::kName && position.wants(kGoOn)) {
    return Hint{"two names in a row: an operator is missing, or the parentheses of a function"};
  }
  return std::nullopt;
}

}  // namespace remit::lang::parse
