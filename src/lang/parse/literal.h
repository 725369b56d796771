#pragma once

#include <string>

#include "lang/parse/token.h"
#include "value/value.h"

namespace remit::lang::parse {

/// What a literal token is worth. Throws a Fault where it is worth nothing: an integer too large,
/// an impossible date, a wrong escape.
value::Value literal_value(const Token& token);
/// The text of a string token, without its quotes, its escapes resolved.
std::string string_text(const Token& token);

}  // namespace remit::lang::parse
