#include <array>

#include "advise/due/formats.h"
#include "findings/verdict.h"
#include "report/csv_row.h"
#include "report/finding_row.h"

namespace remit::advise {
namespace {

const std::array<std::string, 17> kTitles{
    "state",    "due",    "turns", "turns_on", "case",   "worker",  "team",  "rule",       "title",
    "severity", "entity", "key",   "message",  "remedy", "sources", "since", "fingerprint"};

std::string date_text(const std::optional<value::Date>& date) {
  return date ? value::to_string(*date) : "";
}

}  // namespace

void write_due_csv(const Advisor& advisor, const DueAnswer& answer, const DueLook&,
                   std::ostream& out) {
  report::write_csv_row(kTitles, out);
  for (const DueItem& item : answer.items) {
    const report::FindingRow row = report::row_of(advisor.rules(), item.finding);
    const std::array<std::string, kTitles.size()> cells{std::string(word(item.state)),
                                                        value::to_string(item.due),
                                                        std::string(findings::word(item.turns)),
                                                        date_text(item.turns_on),
                                                        item.subject,
                                                        item.worker,
                                                        item.team,
                                                        row.rule,
                                                        row.title,
                                                        row.severity,
                                                        row.entity,
                                                        row.key,
                                                        row.message,
                                                        row.remedy,
                                                        row.sources,
                                                        date_text(row.from),
                                                        row.fingerprint};
    report::write_csv_row(cells, out);
  }
}

}  // namespace remit::advise
