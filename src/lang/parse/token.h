#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace remit::lang::parse {

enum class TokenKind : std::uint8_t {
  kName,      ///< a word that is not reserved, or any word after a dot
  kQuoted,    ///< a name in back quotes
  kReserved,  ///< a word of the grammar
  kInteger,
  kFraction,
  kString,    ///< with its quotes
  kDate,      ///< of the right shape; it may be impossible
  kDuration,  ///< an integer and its unit
  kSymbol,
  kForeign,  ///< an operator of other languages
  kFault,    ///< where the scanner gave up
  kEnd,
};

/// A word, literal or symbol, and the bytes of the text that it takes.
struct Token {
  TokenKind kind = TokenKind::kEnd;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string_view text;

  bool is(TokenKind wanted, std::string_view wanted_text) const {
    return kind == wanted && text == wanted_text;
  }
  bool is_word(std::string_view word) const { return is(TokenKind::kReserved, word); }
  bool is_symbol(std::string_view symbol) const { return is(TokenKind::kSymbol, symbol); }
};

}  // namespace remit::lang::parse
