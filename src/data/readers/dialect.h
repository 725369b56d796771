#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace remit::data {

/// What a CSV file is like, as far as its first bytes tell.
struct Dialect {
  std::string_view content;    ///< without byte order mark and `sep=` line
  std::size_t first_line = 1;  ///< the number of the content's first line
  char separator = ',';
  bool starved = false;  ///< more bytes might tell otherwise
};

/// Why these bytes cannot be a CSV file in UTF-8 (UTF-16, a spreadsheet, ...), in words that
/// follow "the file"; empty where they may well be one.
std::string_view why_not_csv(std::string_view bytes);

/// Looks for the separator (`,` `;` tab `|`): the one that Excel's `sep=` line names, else the one
/// by which the first line has most of the names that the model knows.
Dialect detect_dialect(std::string_view bytes, const std::vector<std::string>& names);

}  // namespace remit::data
