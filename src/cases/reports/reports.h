#pragma once

#include <cstddef>
#include <iosfwd>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cases/run.h"
#include "report/json_text.h"

// How a run of cases is written.
namespace remit::cases {

/// How a text is to look.
struct ReportOptions {
  std::size_t width = 100;
  bool colour = false;
  bool verbose = false;  ///< every case, and the subjects that it does not name
};

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
void write_junit(const Run& run, const ReportOptions& options, std::ostream& out);

/// The document that `write_json` writes.
report::Json to_json(const Run& run);

/// `passed`, `failed`, `wrong`.
std::string_view word(Status status);

}  // namespace remit::cases
