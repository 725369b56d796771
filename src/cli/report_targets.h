#pragma once

#include <string>
#include <vector>

#include "report/format.h"
#include "text/diagnostic.h"

namespace remit::cli {

/// One place that the findings of a run are written to, and how.
struct ReportTarget {
  const report::Format* format = nullptr;
  report::Options options;
  std::string path;  ///< empty for standard output
};

/// A target for each of the files that were named, `-` being standard output, which it is alone
/// where no file was. A file is in the format that its ending says; `format` (empty where none was
/// named) is that of standard output and of files whose ending says none. Errors where a file has
/// no format or two, where the named format has no file, and where one file is named twice.
std::vector<ReportTarget> report_targets(const std::vector<std::string>& files,
                                         const std::string& format, const report::Options& options,
                                         text::Diagnostics& diagnostics);

/// The target that is standard output; null where none is.
const ReportTarget* on_standard_output(const std::vector<ReportTarget>& targets);

}  // namespace remit::cli
