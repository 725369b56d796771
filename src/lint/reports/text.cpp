#include <fmt/format.h>

#include "lint/reports/reports.h"
#include "text/render.h"

namespace remit::lint {
namespace {

std::string counted(std::size_t count, std::string_view what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

}  // namespace

void write_text(const Run& run, const ReportOptions& options, std::ostream& out) {
  out << text::render(run.found, options.colour);
  if (!run.found.all().empty()) return;
  out << fmt::format("{} in {}: no errors, no warnings\n", counted(run.rules, "rule"),
                     counted(run.files, "file"));
}

}  // namespace remit::lint
