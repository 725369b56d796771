#include <ostream>

#include "report/finding_json.h"
#include "report/format.h"
#include "report/history_json.h"
#include "report/summary_json.h"

namespace remit::report {
namespace {

/// The items of a list, a line each, written as they come.
class List {
 public:
  explicit List(std::ostream& out) : out_(out) { out_ << "["; }
  template <class... Parts>
  void add(const Parts&... parts) {
    writer_.clear();
    write_json(parts..., writer_);
    add_text(writer_.str());
  }
  void add(const Json& item) { add_text(json_text(item)); }
  void end() { out_ << (empty_ ? "]" : "\n  ]"); }

 private:
  void add_text(const std::string& text) {
    out_ << (empty_ ? "\n    " : ",\n    ") << text;
    empty_ = false;
  }

  std::ostream& out_;
  JsonWriter writer_;
  bool empty_ = true;
};

void write_findings(const findings::Audit& audit, const Options& options, std::ostream& out) {
  out << ",\n  \"findings\": ";
  List findings(out);
  for (const findings::Finding& finding : audit.findings) {
    if (options.selection.lists(audit, finding)) findings.add(audit, finding);
    if (!out) return;
  }
  findings.end();
  out << ",\n  \"data_findings\": ";
  List data(out);
  for (const findings::DataFinding& finding : audit.data_findings) data.add(finding);
  data.end();
  out << ",\n  \"waiver_findings\": ";
  List waivers(out);
  for (const findings::WaiverFinding& finding : audit.waiver_findings) {
    waivers.add(audit, finding);
  }
  waivers.end();
  if (!audit.baseline) return;
  out << ",\n  \"past_findings\": ";
  List past(out);
  for (const findings::PastFinding& finding : audit.past) {
    if (options.selection.lists(finding)) past.add(finding);
  }
  past.end();
}

}  // namespace

void write_json(const findings::Audit& audit, const Options& options, std::ostream& out) {
  const auto member = [&](const char* name, const Json& value) {
    out << ",\n  \"" << name << "\": " << json_text(value);
  };
  out << "{\n  \"as_of\": " << json_text(value::to_string(audit.as_of));
  member("ruleset", audit.ruleset);
  member("version", audit.version);
  member("data", audit.data);
  if (audit.baseline) member("baseline", json_baseline(*audit.baseline));
  out << ",\n  \"rules\": ";
  List rules(out);
  for (const findings::RuleResult& rule : audit.rules) rules.add(json_rule_counts(rule));
  rules.end();
  out << ",\n  \"tables\": ";
  List tables(out);
  for (const findings::DataCounts& counts : audit.data_counts) tables.add(json_data_counts(counts));
  tables.end();
  write_findings(audit, options, out);
  out << "\n}\n";
}

}  // namespace remit::report
