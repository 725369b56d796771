#pragma once

#include <string>
#include <string_view>

namespace remit::data {

/// Whether the bytes are UTF-8 without a NUL.
bool is_text(std::string_view bytes);
/// What stands in a cell, for a finding's value: UTF-8 in any case (bytes that are none become
/// U+FFFD), cut with an ellipsis where it is very long.
std::string shown_value(std::string_view bytes);
/// The same for a message: in backticks, on one line, shorter; `an empty value` without them.
std::string in_backticks(std::string_view bytes);

}  // namespace remit::data
