#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/diagnostic.h"

namespace remit::cli {

/// A way to write what a command gives.
struct FileFormat {
  std::string_view name;
  std::array<std::string_view, 2> endings;  ///< of files in it, with the dot; unused ones are empty
};

/// One place that it is written to, and how.
struct FileTarget {
  std::size_t format = 0;  ///< of those that there are
  std::string path;        ///< empty for standard output
};

/// A target for each of the files that were named, `-` being standard output, which it is alone
/// where no file was. A file is in the format that its ending says; `format` (empty where none was
/// named) is that of standard output and of files whose ending says none, and where none was named
/// they have the first one. Errors where a file has no format or two, where the named format has no
/// file, and where one file is named twice.
std::vector<FileTarget> file_targets(const std::vector<std::string>& files,
                                     const std::string& format, std::span<const FileFormat> formats,
                                     text::Diagnostics& diagnostics);

}  // namespace remit::cli
