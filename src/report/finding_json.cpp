#include "report/finding_json.h"

#include "findings/verdict.h"
#include "report/history_json.h"
#include "report/value_json.h"

namespace remit::report {
namespace {

using findings::word;

void write_source(const findings::Authority& source, JsonWriter& writer) {
  writer.begin_object();
  writer.key("id");
  writer.text(source.id);
  writer.key("at");
  writer.text(source.at);
  writer.end_object();
}

void write_sources(const std::vector<findings::Authority>& sources, JsonWriter& writer) {
  writer.begin_array();
  for (const findings::Authority& source : sources) write_source(source, writer);
  writer.end_array();
}

/// Null for a number that is not known.
void write_known(std::size_t number, JsonWriter& writer) {
  number == 0 ? writer.null() : writer.integer(number);
}
void write_known(const std::string& text, JsonWriter& writer) {
  text.empty() ? writer.null() : writer.text(text);
}

}  // namespace

void write_json(const findings::Audit& audit, const findings::Finding& finding,
                JsonWriter& writer) {
  const findings::RuleResult& rule = findings::rule_of(audit, finding);
  const rules::Outcome& outcome = finding.outcome;
  writer.begin_object();
  writer.key("rule");
  writer.text(rule.id);
  writer.key("verdict");
  writer.text(word(outcome.verdict));
  writer.key("severity");
  writer.text(word(rule.severity));
  writer.key("subject");
  write_json(outcome.subject, writer);
  writer.key("period");
  write_json(outcome.period, writer);
  writer.key("due");
  write_json(outcome.due, writer);
  writer.key("message");
  writer.text(outcome.message);
  writer.key("evidence");
  write_json(outcome.evidence, writer);
  writer.key("needs");
  write_json(outcome.needs, writer);
  writer.key("sources");
  write_sources(rule.sources, writer);
  writer.key("remedy");
  writer.text(rule.remedy);
  writer.key("fingerprint");
  writer.text(findings::to_string(finding.fingerprint));
  if (const findings::Waiver* waiver = findings::waiver_of(audit, finding)) {
    writer.key("waiver");
    write_json(*waiver, writer);
  }
  if (const findings::History* history = findings::history_of(audit, finding)) {
    writer.key("history");
    write_json(*history, writer);
  }
  writer.end_object();
}

void write_json(const findings::Audit& audit, const findings::WaiverFinding& finding,
                JsonWriter& writer) {
  const findings::Waiver& waiver = audit.waivers[finding.waiver];
  writer.begin_object();
  writer.key("rule");
  writer.text(finding.code);
  writer.key("verdict");
  writer.text("waiver");
  writer.key("waived_rule");
  writer.text(waiver.rule);
  writer.key("waived_subject");
  writer.text(waiver.subject);
  writer.key("waiver");
  write_json(waiver, writer);
  writer.key("message");
  writer.text(finding.message);
  writer.end_object();
}

void write_json(const findings::DataFinding& finding, JsonWriter& writer) {
  writer.begin_object();
  writer.key("rule");
  writer.text(finding.code);
  writer.key("verdict");
  writer.text("data");
  writer.key("subject");
  if (finding.key.empty()) {
    writer.null();
  } else {
    write_json(rules::Subject{finding.entity, finding.key}, writer);
  }
  writer.key("resource");
  write_known(finding.resource, writer);
  writer.key("file");
  write_known(finding.file, writer);
  writer.key("line");
  write_known(finding.line, writer);
  writer.key("column");
  write_known(finding.column, writer);
  writer.key("field");
  write_known(finding.field, writer);
  writer.key("value");
  writer.text(finding.value);
  writer.key("expected");
  writer.text(finding.expected);
  writer.key("message");
  writer.text(finding.message);
  writer.end_object();
}

}  // namespace remit::report
