#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "lang/parse/fault.h"
#include "lang/parse/token.h"

namespace remit::lang::parse {

/// The words, literals and symbols of a text. The last token is kEnd; where something could not
/// be read, it is kFault instead, and `fault` tells what.
struct Scan {
  std::vector<Token> tokens;
  std::optional<Fault> fault;
};

/// Cuts a text into tokens, in linear time. Literals are only delimited here: what they are worth
/// (an impossible date, a number too large, a wrong escape) is for literal.h.
Scan scan(std::string_view text);

}  // namespace remit::lang::parse
