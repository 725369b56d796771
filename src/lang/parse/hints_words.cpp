#include <fmt/format.h>

#include <array>
#include <string_view>
#include <utility>

#include "lang/parse/hints.h"
#include "lang/parse/words.h"
#include "text/nearest.h"

namespace remit::lang::parse {
namespace {

using Row = std::pair<std::string_view, std::string_view>;

constexpr const char* kPattern =
    "write `matches \"...\"` with a regular expression, or `starts_with(a, b)`";
constexpr const char* kSome = "write `some x in ... satisfies ...`";
constexpr const char* kEvery = "write `every x in ... satisfies ...`";
constexpr const char* kIf = "write `if a then b else c`";

/// Words that stand between two operands in other languages.
constexpr std::array<Row, 33> kOperatorWords = {{
    {"starts", "write `starts_with(a, b)`"},
    {"ends", "write `ends_with(a, b)`"},
    {"to", "write `period(a, b)` for a period, `between a and b` for a range"},
    {"of", "leave it out: a part of a row is `a.role`, and a duration needs no start"},
    {"within", "move one date and compare: `a <= b + 5 days`"},
    {"as", "the model gives each field its type: nothing is converted"},
    {"occurs", "write what must hold, with `=`, `<` or `between`"},
    {"like", kPattern},
    {"ilike", kPattern},
    {"rlike", kPattern},
    {"regexp", kPattern},
    {"similar", kPattern},
    {"match", "write `matches`"},
    {"contains", "write `b in a` for a list, `matches \"...\"` for a text, `covers` for a period"},
    {"includes", "write `b in a` for a list, `covers` for a period"},
    {"has", "write `some x in ... satisfies ...`"},
    {"startswith", "write `starts_with(a, b)`"},
    {"endswith", "write `ends_with(a, b)`"},
    {"equals", "write `=`"},
    {"eq", "write `=`"},
    {"ne", "write `!=`"},
    {"lt", "write `<`"},
    {"gt", "write `>`"},
    {"le", "write `<=`"},
    {"ge", "write `>=`"},
    {"isnull", "write `is missing`"},
    {"notnull", "write `is not missing`"},
    {"xor", "write `!=` between the two conditions"},
    {"mod", "there is no remainder"},
    {"div", "write `/`, within `floor(...)` for whole numbers"},
    {"when", "write `if a then b else c`, or `implies`"},
    {"unless", "write `not a implies b`"},
    {"exists", "write `is not missing`"},
}};

/// Words that begin a value in other languages; the next word is then one too many.
constexpr std::array<Row, 16> kLeadingWords = {{
    {"exists", kSome},
    {"any", kSome},
    {"exist", kSome},
    {"there", kSome},
    {"all", kEvery},
    {"each", "a condition reads `every x in ... satisfies ...`; behind `for:` leave it out"},
    {"forall", kEvery},
    {"foreach", kEvery},
    {"none", "write `no x in ... satisfies ...`"},
    {"case", kIf},
    {"when", kIf},
    {"unless", "write `not a implies b`"},
    {"select", "there are no queries: write `count(x in ...)` or `some x in ... satisfies ...`"},
    {"date", "a date is written without quotes: `2024-02-01`"},
    {"interval", "a duration is an integer and a unit: `6 weeks`"},
    {"let", "there are no variables: put a part into `definitions`"},
}};

template <std::size_t Size>
std::string_view help_for(const std::array<Row, Size>& rows, std::string_view word) {
  const std::string lower = lower_case(word);
  for (const auto& [foreign, help] : rows) {
    if (foreign == lower) return help;
  }
  return {};
}

std::string not_a_word(const Token& token) {
  return fmt::format("`{}` is not a word of the language", token.text);
}

/// `AND`, `Or`: a word of the grammar that the author wrote in capitals.
std::optional<Hint> capitals(const Token& token) {
  const std::string lower = lower_case(token.text);
  if (token.kind != TokenKind::kName || lower == token.text || !is_reserved(lower)) {
    return std::nullopt;
  }
  return Hint{fmt::format("words are in lower case: write `{}`", lower), not_a_word(token),
              "foreign-word", &token};
}

/// `is null`, `is not None`, `is in`, `is 3`.
std::optional<Hint> after_is(const Position& position) {
  const Token& token = position.token();
  const bool negated = position.before()->is_word("not");
  constexpr std::array<std::string_view, 6> kNothing = {"null", "none",  "nil",
                                                        "na",   "empty", "blank"};
  for (const std::string_view word : kNothing) {
    if (lower_case(token.text) == word) {
      return Hint{negated ? "write `is not missing`" : "write `is missing`"};
    }
  }
  if (lower_case(token.text) == "present" || lower_case(token.text) == "set") {
    return Hint{negated ? "write `is missing`" : "write `is not missing`"};
  }
  if (token.is_word("before")) return Hint{"dates are compared with `<`: `a < b`"};
  if (token.is_word("after")) return Hint{"dates are compared with `>`: `a > b`"};
  if (token.text == "one" || token.text == "any") return Hint{"write `in [\"first\", \"second\"]`"};
  if (token.text == "open" || token.text == "closed") {
    return Hint{token.text == "open" ? "a period without an end: `p.to is missing`"
                                     : "a period with an end: `p.to is not missing`"};
  }
  if (token.is_word("in")) return Hint{negated ? "write `not in`" : "write `in`, without `is`"};
  if (token.is_word("between")) return Hint{"write `between`, without `is`"};
  return Hint{negated ? "write `!=` to compare with a value" : "write `=` to compare with a value"};
}

/// Behind `not`, between two operands.
std::optional<Hint> after_not(const Position& position) {
  const Token& token = position.token();
  if (token.is_word("is")) return Hint{"write `is not missing`"};
  if (token.is_word("missing") || token.is_word("unknown")) {
    return Hint{fmt::format("write `is not {}`", token.text)};
  }
  if (token.is_symbol("=")) return Hint{"write `!=`"};
  if (token.is_word("between")) return Hint{"put `not` first: `not a between b and c`"};
  if (token.kind == TokenKind::kReserved) {
    return Hint{fmt::format("put `not` first: `not a {} b`", token.text)};
  }
  if (auto help = help_for(kOperatorWords, token.text); !help.empty()) {
    return Hint{fmt::format("{}, with `not` before it all", help), not_a_word(token),
                "foreign-word"};
  }
  return Hint{"`not` negates what follows: `not a = b`, `a not in b`, `a is not missing`"};
}

/// A word where the grammar wanted another one: a slip of the pen.
std::optional<Hint> misspelt(const Position& position) {
  const Token& token = position.token();
  const std::string& wanted = position.expected();
  if (token.kind != TokenKind::kName) return std::nullopt;
  if (wanted.size() > 2 && wanted.front() == '`' && wanted.find(' ') == std::string::npos) {
    const std::string word = wanted.substr(1, wanted.size() - 2);
    if (text::nearest(token.text, {word})) return Hint{fmt::format("did you mean `{}`?", word)};
  }
  const std::vector<std::string> operators = {
      "and",    "or",     "implies",  "in",     "is",        "not",   "matches", "between",
      "covers", "before", "overlaps", "during", "satisfies", "where", "after"};
  const auto near = text::nearest(token.text, operators);
  if (position.wants_value() || position.wants("a name") || !near) return std::nullopt;
  return Hint{fmt::format("did you mean `{}`?", *near)};
}

}  // namespace

std::optional<Hint> foreign_word_hint(const Position& position) {
  const Token& token = position.token();
  const Token& before = *position.before();
  if (position.wants("`missing`, `unknown` or `distinct from`")) return after_is(position);
  if (position.wants("`in` or `matches`")) return after_not(position);
  if (auto hint = capitals(token)) return hint;
  if (auto help = help_for(kLeadingWords, before.text);
      !help.empty() && before.kind == TokenKind::kName && !position.wants_value() &&
      token.kind != TokenKind::kEnd && !position.before(2)->is_symbol(".")) {
    return Hint{std::string(help), not_a_word(before), "foreign-word", &before};
  }
  // What lacks in a binding is its `in`, whatever stands there.
  if (position.wants_value() || position.wants("`in`") || token.kind != TokenKind::kName) {
    return std::nullopt;
  }
  if (auto hint = capitals(before); hint && !position.before(2)->is_symbol(".")) return hint;
  if (auto help = help_for(kOperatorWords, token.text); !help.empty()) {
    return Hint{std::string(help), not_a_word(token), "foreign-word"};
  }
  return std::nullopt;
}

std::optional<Hint> word_hint(const Position& position) {
  const Token& token = position.token();
  const Token& before = *position.before();
  const bool reserved = token.kind == TokenKind::kReserved;
  if (position.wants("`satisfies`")) {
    if (auto hint = misspelt(position)) return hint;
    return Hint{
        fmt::format("a quantifier ends with its condition: `{} x in ... satisfies ...`", "some")};
  }
  if (position.wants("`else`")) {
    if (token.text.substr(0, 3) == "els" || token.text == "elif") {
      return Hint{"write `else if b then c else d`"};
    }
    return Hint{"an `if` has an `else`; for a condition write `a implies b`"};
  }
  if (token.is_word("then") && !position.wants("a name") && !position.wants_value()) {
    return Hint{"write `a implies b`, or `if a then b else c`"};
  }
  if (before.is_word("every") && token.kind == TokenKind::kDuration) {
    return Hint{"leave `every` out: `6 weeks`"};
  }
  if (position.wants("`then`")) return Hint{"write `if a then b else c`"};
  if (position.wants("`from`")) return Hint{"write `is distinct from`"};
  if (position.wants("a name") && reserved && before.text != ".") {
    return Hint{fmt::format("call it something else: `{}` is a word of the language", token.text),
                fmt::format("`{}` cannot be a name", token.text), "reserved-word"};
  }
  if (position.wants_value() && token.is_word("not")) {
    return Hint{"put it in parentheses: `(not ...)`"};
  }
  if (position.wants_value() && token.is_word("if")) {
    return Hint{"put it in parentheses: `(if ... then ... else ...)`"};
  }
  if (token.is_word("if")) return Hint{"write `if c then a else b`"};
  if (token.is_word("for") && position.wants_value()) {
    return Hint{"for all of them write `every x in ... satisfies ...`, for one `some x in ...`"};
  }
  if (token.is_word("for")) {
    if (position.open_function() == "any") return Hint{kSome};
    if (position.open_function() == "all") return Hint{kEvery};
  }
  if (token.is_word("for")) {
    return Hint{
        "`for` stands inside `count(...)`, `sum(...)` and the like; before it stands what "
        "each element gives, an `in` comparison in parentheses"};
  }
  if (token.is_word("where")) return Hint{"`where` follows a binding: `x in ... where ...`"};
  if (position.wants_value() && reserved) {
    return Hint{
        fmt::format("`{}` is a word of the language: it is a name only behind a dot", token.text)};
  }
  return misspelt(position);
}

}  // namespace remit::lang::parse
