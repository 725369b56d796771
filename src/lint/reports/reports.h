#pragma once

#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/run.h"

namespace remit::lint {

struct ReportOptions {
  bool colour = false;  ///< of a text
  std::string version;  ///< of the program that reports
};

/// One way to write what was found.
struct ReportFormat {
  std::string_view name;
  std::string_view about;
  void (*write)(const Run& run, const ReportOptions& options, std::ostream& out);
};

std::span<const ReportFormat> report_formats();
std::vector<std::string> report_format_names();

// One a file.
void write_text(const Run& run, const ReportOptions& options, std::ostream& out);
void write_json(const Run& run, const ReportOptions& options, std::ostream& out);
void write_sarif(const Run& run, const ReportOptions& options, std::ostream& out);

}  // namespace remit::lint
