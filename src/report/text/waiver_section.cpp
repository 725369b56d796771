#include <fmt/format.h>

#include "report/text/phrase.h"
#include "report/text/sections.h"

namespace remit::report::text {

void write_waiver_findings(Page& page, const findings::Audit& audit) {
  if (audit.waiver_findings.empty()) return;
  page.heading(counted(audit.waiver_findings.size(), "remark") + " on waivers");
  std::string code;
  for (const findings::WaiverFinding& finding : audit.waiver_findings) {
    if (finding.code != code) page.paragraph(finding.code, 2, Tone::kDoubtful);
    code = finding.code;
    const findings::Waiver& waiver = audit.waivers[finding.waiver];
    page.paragraph(fmt::format("{}:{}: {}", waiver.file, waiver.line, finding.message), 4, 6,
                   Tone::kPlain);
  }
}

}  // namespace remit::report::text
