#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lang/parse/tree.h"

namespace remit::lang::parse {

/// How many levels of parentheses, `not`, `if`, quantifiers and the like may stand in each other.
constexpr int kMaxNesting = 100;

enum class Start : std::uint8_t { kExpression, kComprehension, kBindings };

/// Where the tokens stop making sense, and what could have stood there.
struct Unexpected {
  const Token* token;
  std::string expected;
};

/// Parses all tokens (up to their kEnd). Throws Unexpected, or a Fault where they nest too deep.
Node parse_tokens(const std::vector<Token>& tokens, Start start);

}  // namespace remit::lang::parse
