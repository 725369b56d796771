#pragma once

#include <string>

#include "text/diagnostic.h"

namespace remit::text {

/// Writes a diagnostic for people: `file:line:column: error: message [code]`, the line, the span
/// underlined with carets, then help and notes. Long lines are cut around the span; tabs, wide
/// characters and control characters do not shift the carets. Ends with a line break.
std::string render(const Diagnostic& diagnostic, bool colour = false);

/// All of them in order, and a last line that counts errors and warnings; empty for none.
std::string render(const Diagnostics& diagnostics, bool colour = false);

}  // namespace remit::text
