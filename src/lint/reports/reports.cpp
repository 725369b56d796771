#include "lint/reports/reports.h"

#include <array>

namespace remit::lint {
namespace {

constexpr std::array kFormats{
    ReportFormat{"text", "for people", write_text},
    ReportFormat{"json", "one document", write_json},
    ReportFormat{"sarif", "SARIF 2.1.0, for code hosts and editors", write_sarif},
};

}  // namespace

std::span<const ReportFormat> report_formats() { return kFormats; }

std::vector<std::string> report_format_names() {
  std::vector<std::string> names;
  for (const ReportFormat& format : kFormats) names.emplace_back(format.name);
  return names;
}

}  // namespace remit::lint
