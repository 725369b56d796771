#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "lang/parse/hints.h"

namespace remit::lang::parse {
namespace {

std::optional<Hint> inside_parenthesis(const Position& position) {
  const Token& token = position.token();
  const Token* open = position.open_bracket();
  if (!open || !token.is_symbol(",") || !position.wants("`)`")) return std::nullopt;
  // One token before the bracket: what the author took for a function or a list.
  const auto distance = static_cast<std::size_t>(&token - open);
  const Token& owner = *position.before(distance + 1);
  Hint hint{"a list is written in brackets: `[1, 2]`"};
  if (owner.is_word("if")) hint.help = "write `if a then b else c`";
  if (owner.is_word("min") || owner.is_word("max")) {
    hint.help = fmt::format("the {0} of single values is `{0}_of(a, b)`", owner.text);
  }
  hint.note = position.open_bracket_note();
  return hint;
}

std::optional<Hint> aggregate_hint(const Position& position) {
  const Token& token = position.token();
  const Token& before = *position.before();
  if (position.wants("`(`")) {
    if (before.is_word("distinct")) {
      return Hint{"`distinct(x.field for x in ...)` gives a list of different values"};
    }
    return Hint{fmt::format("`{0}` is a word of the language: `{0}(x in ...)`", before.text)};
  }
  if (position.wants("`for`")) {
    const std::string_view function = position.open_function();
    if (token.is_symbol(",") && function.substr(0, 1) == "m") {
      return Hint{fmt::format("the {0} of single values is `{0}_of(a, b)`", function)};
    }
    return Hint{"say what it goes through: `x in ...`, or `x.field for x in ...`"};
  }
  if (before.is_symbol("(") && token.is_symbol("*")) {
    return Hint{"say what it counts: `count(x in ...)`"};
  }
  return std::nullopt;
}

std::optional<Hint> member_hint(const Position& position) {
  const Token& token = position.token();
  if (!position.wants("a name") || !position.before()->is_symbol(".")) return std::nullopt;
  if (token.kind == TokenKind::kString || token.is_symbol("[")) {
    return Hint{"a field with an unusual name stands in back quotes: a.`Case ID`"};
  }
  if (position.before(2)->kind == TokenKind::kInteger) {
    return Hint{"a number has digits on both sides of its point: `1.0`"};
  }
  return Hint{"behind a dot stands the name of a field"};
}

/// Methods of collections in other languages: `.count()`, `.filter(...)`.
bool goes_through(const Token& method) {
  constexpr std::array<std::string_view, 11> kMethods = {
      "count", "filter", "map", "any", "all", "some", "sum", "exists", "first", "last", "size"};
  return std::find(kMethods.begin(), kMethods.end(), method.text) != kMethods.end();
}

}  // namespace

std::optional<Hint> bracket_hint(const Position& position) {
  const Token& token = position.token();
  const Token& before = *position.before();
  if (auto hint = inside_parenthesis(position)) return hint;
  if (auto hint = aggregate_hint(position)) return hint;
  if (auto hint = member_hint(position)) return hint;
  if (position.wants("`in`")) {
    return Hint{"a binding reads `name in collection`: `r in w.registrations where ...`"};
  }
  if (position.wants("`and`")) return Hint{"write `between a and b`"};
  if (position.wants_value() && before.is_symbol(",")) {
    return Hint{"nothing follows the last comma: leave it out, or add a value"};
  }
  if (token.kind == TokenKind::kQuoted) {
    return Hint{
        "a name in back quotes is a field, behind a dot: a.`Case ID`; a string is in "
        "`\"` or `'`"};
  }
  if (!position.wants_value() && token.is_symbol("[")) {
    return Hint{
        "values have no index: `first(x in ... by ...)` gives one of a collection, "
        "`substring(s, 1, 3)` a part of a text"};
  }
  if (!position.wants_value() && token.is_symbol("(") && goes_through(before)) {
    return Hint{
        "go through a collection: `count(x in ... where ...)`, `some x in ... satisfies ...`"};
  }
  if (!position.wants_value() && token.is_symbol("(")) {
    return Hint{before.kind == TokenKind::kName
                    ? fmt::format("a function comes first: `{}(a)`", before.text)
                    : "only a function has parentheses behind it"};
  }
  if (token.is_symbol(",") && !position.open_bracket()) {
    return Hint{"several values stand in brackets: `[a, b]`"};
  }
  if (token.is_symbol(")") || token.is_symbol("]")) {
    if (!position.open_bracket()) {
      return Hint{"take it away, or open it before",
                  fmt::format("`{}` closes nothing", token.text)};
    }
  }
  return std::nullopt;
}

}  // namespace remit::lang::parse
