#include <array>
#include <ostream>
#include <vector>

#include "report/csv_row.h"
#include "report/finding_row.h"
#include "report/format.h"

namespace remit::report {
namespace {

constexpr std::array<std::string_view, 24> kTitles{
    "rule",        "title", "severity",   "verdict",          "entity",       "key",
    "from",        "to",    "due",        "message",          "needs",        "remedy",
    "sources",     "file",  "line",       "waived_by",        "waived_until", "waived_because",
    "fingerprint", "state", "first_seen", "age_working_days", "was",          "fixed_on"};

std::string date_text(const std::optional<value::Date>& date) {
  return date ? value::to_string(*date) : "";
}

void write_row(const FindingRow& row, std::ostream& out) {
  const std::array<std::string, kTitles.size()> cells{row.rule,
                                                      row.title,
                                                      row.severity,
                                                      row.verdict,
                                                      row.entity,
                                                      row.key,
                                                      date_text(row.from),
                                                      date_text(row.to),
                                                      date_text(row.due),
                                                      row.message,
                                                      row.needs,
                                                      row.remedy,
                                                      row.sources,
                                                      row.file,
                                                      row.line == 0 ? "" : std::to_string(row.line),
                                                      row.waived_by,
                                                      date_text(row.waived_until),
                                                      row.waived_because,
                                                      row.fingerprint,
                                                      row.state,
                                                      date_text(row.first_seen),
                                                      row.age ? std::to_string(*row.age) : "",
                                                      row.former,
                                                      date_text(row.fixed_on)};
  write_csv_row(cells, out);
}

}  // namespace

/// As RFC 4180 says, in UTF-8.
void write_csv(const findings::Audit& audit, const Options& options, std::ostream& out) {
  for (std::size_t i = 0; i < kTitles.size(); ++i) out << (i == 0 ? "" : ",") << kTitles[i];
  out << "\r\n";
  for (const findings::Finding& finding : audit.findings) {
    if (options.selection.lists(audit, finding)) write_row(row_of(audit, finding), out);
    if (!out) return;
  }
  for (const findings::PastFinding& finding : audit.past) {
    if (options.selection.lists(finding)) write_row(row_of(audit, finding), out);
  }
  for (const findings::DataFinding& finding : audit.data_findings) write_row(row_of(finding), out);
  for (const findings::WaiverFinding& finding : audit.waiver_findings) {
    write_row(row_of(audit, finding), out);
  }
}

}  // namespace remit::report
