#include "cli/report_targets.h"

#include <algorithm>

#include "cli/file_targets.h"

namespace remit::cli {

std::vector<ReportTarget> report_targets(const std::vector<std::string>& files,
                                         const std::string& format, const report::Options& options,
                                         text::Diagnostics& diagnostics) {
  std::vector<FileFormat> formats;
  for (const report::Format& each : report::formats()) formats.push_back({each.name, each.endings});
  std::vector<ReportTarget> targets;
  for (const FileTarget& target : file_targets(files, format, formats, diagnostics)) {
    targets.push_back({&report::formats()[target.format], options, target.path});
  }
  return targets;
}

const ReportTarget* on_standard_output(const std::vector<ReportTarget>& targets) {
  const auto found = std::find_if(targets.begin(), targets.end(),
                                  [](const ReportTarget& target) { return target.path.empty(); });
  return found == targets.end() ? nullptr : &*found;
}

}  // namespace remit::cli
