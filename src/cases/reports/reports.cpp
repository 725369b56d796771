#include "cases/reports/reports.h"

#include <array>

namespace remit::cases {
namespace {

constexpr std::array kFormats{
    ReportFormat{"text", "for people", write_text},
    ReportFormat{"json", "one JSON object with every case", write_json},
    ReportFormat{"junit", "JUnit XML, a suite for each case file", write_junit},
};

}  // namespace

std::span<const ReportFormat> report_formats() { return kFormats; }

std::vector<std::string> report_format_names() {
  std::vector<std::string> names;
  for (const ReportFormat& format : kFormats) names.emplace_back(format.name);
  return names;
}

std::string_view word(Status status) {
  constexpr std::array<std::string_view, 3> kWords{"passed", "failed", "wrong"};
  return kWords.at(static_cast<std::size_t>(status));
}

}  // namespace remit::cases
