#include "lang/parse/explain.h"

#include <fmt/format.h>

#include <string>

#include "lang/parse/hints.h"
#include "lang/parse/words.h"

namespace remit::lang::parse {
namespace {

std::string found(const Token& token) {
  switch (token.kind) {
    case TokenKind::kEnd:
      return "the end of the expression";
    case TokenKind::kString:
      return fmt::format("the string `{}`", shorten(token.text));
    case TokenKind::kReserved:
      return fmt::format("the word `{}`", token.text);
    default:
      return fmt::format("`{}`", shorten(token.text));
  }
}

/// An operand can go on with an operator wherever a word or a bracket could end it.
std::string expected(const Position& position) {
  const std::string& wanted = position.expected();
  if (position.wants("`)`") || position.wants("`,` or `)`") || position.wants("`,` or `]`")) {
    const Token* before = position.before();
    const bool empty = before->is_symbol("(") || before->is_symbol("[");
    return empty ? fmt::format("an expression or {}", wanted.substr(wanted.size() - 3))
                 : (wanted == "`)`" ? "an operator or " : "an operator, ") + wanted;
  }
  return wanted;
}

}  // namespace

Fault explain(const Scan& scan, const Unexpected& unexpected) {
  const Token& token = *unexpected.token;
  if (token.kind == TokenKind::kFault) return *scan.fault;
  if (scan.tokens.size() == 1) {
    return {"syntax", "the expression is empty", "", token.begin, token.end};
  }
  const Position position(scan.tokens, unexpected);
  if (auto hint = find_hint(position)) {
    const Token& at = hint->at ? *hint->at : token;
    return {hint->code,
            hint->message.empty()
                ? fmt::format("expected {}, found {}", expected(position), found(token))
                : hint->message,
            hint->help,
            at.begin,
            at.end,
            hint->note ? hint->note : position.open_bracket_note()};
  }
  return {"syntax",  fmt::format("expected {}, found {}", expected(position), found(token)),
          "",        token.begin,
          token.end, position.open_bracket_note()};
}

}  // namespace remit::lang::parse
