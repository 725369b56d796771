#include "layout/scopes.h"

namespace remit::layout {
namespace {

constexpr std::size_t kFarRight = 40;

}  // namespace

std::size_t Scopes::innermost(Kind kind) const {
  for (std::size_t i = open_.size(); i-- > 0;) {
    if (open_[i].kind == kind || open_[i].kind == Kind::kBracket) return i;
  }
  return 0;
}

std::size_t Scopes::owner(const Word& word) const {
  if (word.is_word("where") || word.is_word("satisfies")) return innermost(Kind::kQuantifier);
  if (word.is_word("then") || word.is_word("else")) return innermost(Kind::kIf);
  const bool of_bracket = word.is_word("for") || word.is_word("by") || word.is_symbol(")") ||
                          word.is_symbol("]") || word.is_symbol(",");
  return of_bracket ? innermost(Kind::kBracket) : open_.size() - 1;
}

std::size_t Scopes::column(const Word& word) const { return open_[owner(word)].column; }

/// A clause that begins far to the right would leave no room beside it.
void Scopes::open_clause(const Word& word, std::size_t column) {
  const std::size_t behind = column + word.text.size() + 1;
  open_.push_back({Kind::kClause, behind > kFarRight ? open_.back().column + 2 : behind});
}

/// Of a chain of `else if`, each `else` stands under the first `if`.
void Scopes::enter_else(const Word& word, std::size_t column) {
  const std::size_t scope = owner(word);
  const bool of_if = open_[scope].kind == Kind::kIf;
  else_column_ = of_if ? open_[scope].column : column;
  behind_else_ = true;
  close_to(of_if ? scope - 1 : scope);
  open_clause(word, column);
}

void Scopes::enter(const Word& word, std::size_t column) {
  const bool chained = behind_else_;
  behind_else_ = false;
  if (word.is_symbol("(") || word.is_symbol("[")) {
    open_.push_back({Kind::kBracket, column + 1});
  } else if (word.is_symbol(")") || word.is_symbol("]")) {
    const std::size_t bracket = owner(word);
    if (bracket > 0) close_to(bracket - 1);
  } else if (word.is_symbol(",") || word.is_word("for") || word.is_word("by")) {
    close_to(owner(word));
  } else if (word.is_word("some") || word.is_word("every") || word.is_word("no")) {
    open_.push_back({Kind::kQuantifier, column});
  } else if (word.is_word("where")) {
    close_to(owner(word));
    open_clause(word, column);
  } else if (word.is_word("satisfies")) {
    const std::size_t quantifier = owner(word);
    close_to(quantifier > 0 && open_[quantifier].kind == Kind::kQuantifier ? quantifier - 1
                                                                           : quantifier);
    open_clause(word, column);
  } else if (word.is_word("if")) {
    open_.push_back({Kind::kIf, chained ? else_column_ : column});
    open_clause(word, column);
  } else if (word.is_word("then")) {
    close_to(owner(word));
    open_clause(word, column);
  } else if (word.is_word("else")) {
    enter_else(word, column);
  }
}

}  // namespace remit::layout
