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

/// As `file_targets` gives them, in one of the formats of reports.
std::vector<ReportTarget> report_targets(const std::vector<std::string>& files,
                                         const std::string& format, const report::Options& options,
                                         text::Diagnostics& diagnostics);

/// The target that is standard output; null where none is.
const ReportTarget* on_standard_output(const std::vector<ReportTarget>& targets);

}  // namespace remit::cli
