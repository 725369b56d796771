#include <ostream>

#include <fmt/format.h>

#include "findings/verdict.h"
#include "report/finding_row.h"
#include "report/format.h"
#include "report/text/phrase.h"
#include "report/xml_text.h"

namespace remit::report {
namespace {

using rules::Verdict;

/// What would end a command, or one of its properties, is written as GitHub reads it again.
std::string escaped(std::string_view text, bool property) {
  std::string out;
  for (const char c : xml_characters(text)) {
    const bool special = c == '%' || c == '\r' || c == '\n' || (property && (c == ':' || c == ','));
    if (special) {
      out += fmt::format("%{:02X}", static_cast<int>(c));
    } else {
      out += c;
    }
  }
  return out;
}

std::string_view level(const findings::RuleResult& rule, Verdict verdict) {
  if (verdict == Verdict::kViolation) {
    return rule.severity >= rules::Severity::kMajor ? "error" : "warning";
  }
  return verdict == Verdict::kUnknown ? "warning" : "notice";
}

/// ` (new)`; empty without a baseline.
std::string state_of(const findings::Audit& audit, const findings::Finding& finding) {
  const findings::History* history = findings::history_of(audit, finding);
  return history ? fmt::format(" ({})", text::said(history->state)) : "";
}

void write_line(std::string_view level, const FindingRow& row, const std::string& title,
                const std::string& message, std::ostream& out) {
  std::string place;
  if (!row.file.empty()) place = fmt::format("file={},", escaped(row.file, true));
  if (!row.file.empty() && row.line > 0) place += fmt::format("line={},", row.line);
  out << fmt::format("::{} {}title={}::{}\n", level, place, escaped(title, true),
                     escaped(message, false));
}

}  // namespace

void write_github(const findings::Audit& audit, const Options& options, std::ostream& out) {
  for (const findings::Finding& finding : audit.findings) {
    if (!options.selection.lists(audit, finding)) continue;
    const FindingRow row = row_of(audit, finding);
    const std::string remedy = row.remedy.empty() ? "" : "\nto do: " + row.remedy;
    const std::string needs = row.needs.empty() ? "" : "\nneeds: " + row.needs;
    write_line(
        level(findings::rule_of(audit, finding), finding.outcome.verdict), row,
        fmt::format("{} {}{}: {}", row.rule, row.verdict, state_of(audit, finding), row.title),
        fmt::format("{} {}: {}{}{}", row.entity, row.key, row.message, needs, remedy), out);
    if (!out) return;
  }
  for (const findings::PastFinding& finding : audit.past) {
    if (finding.earlier || !options.selection.lists(finding)) continue;
    const FindingRow row = row_of(audit, finding);
    write_line("notice", row,
               fmt::format("{} {}: {}", row.rule, text::said(finding.history.state), row.title),
               fmt::format("{} {}: was {}; {}", row.entity, row.key, row.former, row.message), out);
  }
  for (const findings::DataFinding& finding : audit.data_findings) {
    write_line("warning", row_of(finding), finding.code, finding.message, out);
  }
  for (const findings::WaiverFinding& finding : audit.waiver_findings) {
    write_line("notice", row_of(audit, finding), finding.code, finding.message, out);
  }
}

}  // namespace remit::report
