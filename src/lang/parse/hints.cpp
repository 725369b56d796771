#include "lang/parse/hints.h"

#include <array>

namespace remit::lang::parse {
namespace {

const Token kNothing;

}  // namespace

const Token* Position::before(std::size_t places) const {
  const auto index = static_cast<std::size_t>(token_ - tokens_.data());
  return places > index ? &kNothing : token_ - places;
}

const Token* Position::behind(std::size_t places) const {
  const auto index = static_cast<std::size_t>(token_ - tokens_.data());
  return index + places >= tokens_.size() ? &kNothing : token_ + places;
}

const Token* Position::open_bracket() const {
  int closed = 0;
  for (const Token* token = token_; token != tokens_.data();) {
    --token;
    if (token->is_symbol(")") || token->is_symbol("]")) ++closed;
    if (!token->is_symbol("(") && !token->is_symbol("[")) continue;
    if (closed == 0) return token;
    --closed;
  }
  return nullptr;
}

std::string_view Position::open_function() const {
  const Token* open = open_bracket();
  return open && open != tokens_.data() ? std::string_view((open - 1)->text) : std::string_view();
}

std::optional<Fault::Place> Position::open_bracket_note() const {
  const Token* open = open_bracket();
  if (!open || expected_.find(open->is_symbol("(") ? ")" : "]") == std::string::npos) {
    return std::nullopt;
  }
  return Fault::Place{"opened here", open->begin, open->end};
}

std::optional<Hint> find_hint(const Position& position) {
  for (const auto hint :
       {foreign_operator_hint, foreign_word_hint, word_hint, literal_hint, bracket_hint}) {
    if (auto found = hint(position)) return found;
  }
  return std::nullopt;
}

}  // namespace remit::lang::parse
