#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lang/parse/token.h"
#include "yaml/node.h"

namespace remit::layout {

/// A token of an expression as it is written out.
struct Word {
  lang::parse::TokenKind kind = lang::parse::TokenKind::kEnd;
  std::string text;            ///< of a duration: with one blank between its parts
  bool breaks_before = false;  ///< its author began a line with it
  bool spaced = false;         ///< a blank stands before it, unless it begins a line

  bool operator==(const Word& other) const { return kind == other.kind && text == other.text; }
  bool is_word(std::string_view word) const {
    return kind == lang::parse::TokenKind::kReserved && text == word;
  }
  bool is_symbol(std::string_view symbol) const {
    return kind == lang::parse::TokenKind::kSymbol && text == symbol;
  }
};

using Words = std::vector<Word>;

/// The words of a text that parses as an expression, a comprehension or bindings; nothing for any
/// other text, which is then no business of the layout.
std::optional<Words> read_expression(const text::Excerpt& excerpt);
std::optional<Words> read_expression(std::string_view text);

/// All of it on one line: one blank round operators and behind commas, none inside of brackets.
std::string one_line(const Words& words);

}  // namespace remit::layout
