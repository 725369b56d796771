#pragma once

#include <cstddef>
#include <string_view>

#include "lang/parse/fault.h"

namespace remit::lang::parse {

/// The number of bytes of the UTF-8 character at `at`, or 0 where there is none.
std::size_t character_length(std::string_view text, std::size_t at);

/// What is wrong with the control, non-ASCII or broken character at `at`, which stands outside
/// of strings; it is named, and the ASCII character that was likely meant is told.
Fault character_fault(std::string_view text, std::size_t at);

/// Appends a code point in UTF-8.
void append_code_point(std::string& text, char32_t code_point);

}  // namespace remit::lang::parse
