#include <ostream>

#include "report/finding_json.h"
#include "report/format.h"

namespace remit::report {
namespace {

void write_line(const Json& json, std::ostream& out) { out << json_text(json) << '\n'; }

}  // namespace

/// One stream in the order of the rule ids, those of the data findings among them.
void write_ndjson(const findings::Audit& audit, const Options& options, std::ostream& out) {
  auto data = audit.data_findings.begin();
  for (const findings::Finding& finding : audit.findings) {
    for (; data != audit.data_findings.end() && data->code < findings::rule_of(audit, finding).id;
         ++data) {
      write_line(to_json(*data), out);
    }
    if (!options.selection.lists(audit, finding)) continue;
    write_line(to_json(audit, finding), out);
    if (!out) return;
  }
  for (; data != audit.data_findings.end(); ++data) write_line(to_json(*data), out);
}

}  // namespace remit::report
