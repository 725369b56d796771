#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lang/parse/fault.h"
#include "lang/parse/grammar.h"
#include "lang/parse/token.h"

// What people mean who come from SQL, Python, C or a spreadsheet: guesses from the tokens around
// the place where the grammar gave up.
namespace remit::lang::parse {

/// The unexpected token with its surroundings.
class Position {
 public:
  Position(const std::vector<Token>& tokens, const Unexpected& unexpected)
      : tokens_(tokens), token_(unexpected.token), expected_(unexpected.expected) {}

  const Token& token() const { return *token_; }
  const std::string& expected() const { return expected_; }
  bool wants(std::string_view what) const { return expected_ == what; }
  /// Whether a value should have begun here.
  bool wants_value() const { return wants("an operand") || wants("an expression"); }
  /// The token so many places before; a token without text where there is none.
  const Token* before(std::size_t places = 1) const;
  const Token* behind(std::size_t places = 1) const;
  /// The innermost bracket that is open here, or null.
  const Token* open_bracket() const;
  /// The name before the innermost open bracket: `count` in `count(x`; empty where there is none.
  std::string_view open_function() const;
  std::optional<Fault::Place> open_bracket_note() const;

 private:
  const std::vector<Token>& tokens_;
  const Token* token_;
  const std::string& expected_;
};

struct Hint {
  std::string help;
  std::string message = {};  ///< empty: what was expected and what was found
  std::string code = "syntax";
  const Token* at = nullptr;  ///< null: the unexpected token
  std::optional<Fault::Place> note = std::nullopt;
};

/// The first that applies of all below.
std::optional<Hint> find_hint(const Position& position);

/// `==`, `&&`, `%`, `{`: operators of other languages.
std::optional<Hint> foreign_operator_hint(const Position& position);
/// `AND`, `LIKE`, `exists`: words of other languages.
std::optional<Hint> foreign_word_hint(const Position& position);
/// Words of the language in a wrong place, or one that lacks.
std::optional<Hint> word_hint(const Position& position);
/// Brackets, commas and calls.
std::optional<Hint> bracket_hint(const Position& position);
/// Numbers, durations, dates and strings.
std::optional<Hint> literal_hint(const Position& position);

}  // namespace remit::lang::parse
