#pragma once

#include <string>
#include <string_view>

namespace remit::report {

/// A text that a spreadsheet takes for text: one that begins with what begins a formula there
/// (`=`, `+`, `-`, `@`, a tab or a carriage return) has an apostrophe before it. What is no UTF-8
/// becomes U+FFFD, as do the controls that no table can hold; tabs and line breaks stay.
std::string cell_text(std::string_view text);

/// Such a text as a cell of CSV, in quotation marks where it needs them.
std::string csv_cell(std::string_view text);

}  // namespace remit::report
