#pragma once

#include <string>
#include <string_view>

#include "model/model.h"

namespace remit::data {

/// Why a cell reads as missing although something stands in it.
struct CellProblem {
  std::string_view code;
  std::string expected;
  std::string message;
};

/// A text that is not of its field's type: says what it looks like instead, where that is clear.
CellProblem explain_type(const model::Field& field, std::string_view text);
/// A cell that is not text at all (not UTF-8, or a NUL in it).
CellProblem explain_encoding(std::string_view bytes);
/// A cell whose quotation marks are wrong.
CellProblem explain_marks(std::string_view text);

/// A line from a quotation mark on that nothing closes.
CellProblem unclosed_quote(std::string_view text);

}  // namespace remit::data
