#pragma once

#include "lang/parse/token.h"

namespace remit::lang::parse {

/// The number, date or duration that starts with the digit at `at`. What only looks like one of
/// them (`1/2/2024`, `6w`, `2.5 days`) is a Fault, thrown.
Token scan_number(std::string_view text, std::size_t at);

}  // namespace remit::lang::parse
