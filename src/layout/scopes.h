#pragma once

#include <cstddef>
#include <vector>

#include "layout/expression.h"

namespace remit::layout {

/// What is open at a place of an expression, read word by word, and under which column a line
/// that begins with the next word belongs.
class Scopes {
 public:
  /// The column of a line that begins with this word.
  std::size_t column(const Word& word) const;
  /// How many scopes are open around a line that begins with this word.
  std::size_t depth(const Word& word) const { return owner(word) + 1; }
  /// Goes past the word, which stands in this column.
  void enter(const Word& word, std::size_t column);

 private:
  enum class Kind { kBracket, kQuantifier, kIf, kClause };
  struct Scope {
    Kind kind;
    std::size_t column;
  };

  /// The index of the scope that the word goes on with.
  std::size_t owner(const Word& word) const;
  /// The innermost scope of a kind inside of the innermost bracket, or that bracket.
  std::size_t innermost(Kind kind) const;
  void close_to(std::size_t scope) { open_.resize(scope + 1, {}); }
  void open_clause(const Word& word, std::size_t column);
  void enter_else(const Word& word, std::size_t column);

  std::vector<Scope> open_{{Kind::kBracket, 0}};
  bool behind_else_ = false;
  std::size_t else_column_ = 0;
};

}  // namespace remit::layout
