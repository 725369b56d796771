#include <algorithm>

#include <fmt/format.h>

#include "report/text/display.h"
#include "report/text/phrase.h"
#include "report/text/sections.h"

namespace remit::report::text {
namespace {

constexpr std::size_t kPlacesShown = 3;

using DataGroup = std::vector<const findings::DataFinding*>;

std::string subject(const findings::DataFinding& finding) {
  if (finding.resource.empty() || finding.field.empty()) return finding.resource + finding.field;
  return finding.resource + "." + finding.field;
}

/// Findings of one code about one field, in the order of their places.
std::vector<DataGroup> group(const findings::Audit& audit) {
  std::vector<const findings::DataFinding*> all;
  for (const findings::DataFinding& finding : audit.data_findings) all.push_back(&finding);
  const auto name = [](const findings::DataFinding* finding) {
    return std::pair{finding->code, subject(*finding)};
  };
  std::stable_sort(all.begin(), all.end(),
                   [&](auto* left, auto* right) { return name(left) < name(right); });
  std::vector<DataGroup> groups;
  for (const findings::DataFinding* finding : all) {
    if (groups.empty() || name(groups.back().front()) != name(finding)) groups.emplace_back();
    groups.back().push_back(finding);
  }
  return groups;
}

/// `visits.csv:12:5`; empty for what is in no file.
std::string place(const findings::DataFinding& finding) {
  std::string text = printable(finding.file);
  if (finding.line > 0) text += ":" + std::to_string(finding.line);
  if (finding.line > 0 && finding.column > 0) text += ":" + std::to_string(finding.column);
  return text;
}

void write_group(Page& page, const DataGroup& group) {
  const findings::DataFinding& first = *group.front();
  const std::string about = subject(first);
  page.paragraph(
      fmt::format("{}{}{}: {}", first.code, about.empty() ? "" : "  ", about, number(group.size())),
      2, Tone::kDoubtful);
  const std::size_t limit = page.options().limit;
  const std::size_t shown =
      limit == 0 ? group.size() : std::min({limit, kPlacesShown, group.size()});
  for (std::size_t i = 0; i < shown; ++i) {
    const std::string where = place(*group[i]);
    page.paragraph(where + (where.empty() ? "" : ": ") + group[i]->message, 4, 6, Tone::kPlain);
  }
  if (shown < group.size()) {
    page.paragraph(
        fmt::format("... and {} more (--limit 0 lists all)", number(group.size() - shown)), 4,
        Tone::kStrong);
  }
}

}  // namespace

void write_data_findings(Page& page, const findings::Audit& audit) {
  if (audit.data_findings.empty()) return;
  page.heading(counted(audit.data_findings.size(), "data finding"));
  for (const DataGroup& part : group(audit)) write_group(page, part);
}

}  // namespace remit::report::text
