#include "report/history_json.h"

#include "findings/verdict.h"
#include "report/value_json.h"

namespace remit::report {
namespace {

using findings::State;
using findings::word;

/// Of the lines of a run: a reader of another one must not guess.
constexpr int kFormat = 1;

void write_former(const findings::Former& former, JsonWriter& writer) {
  writer.begin_object();
  writer.key("verdict");
  writer.text(word(former.verdict));
  writer.key("severity");
  writer.text(word(former.severity));
  writer.key("period");
  write_json(former.period, writer);
  writer.key("due");
  write_json(former.due, writer);
  writer.key("as_of");
  write_json(former.as_of, writer);
  writer.end_object();
}

void write_members(const findings::History& history, JsonWriter& writer) {
  writer.key("state");
  writer.text(word(history.state));
  writer.key("first_seen");
  write_json(history.first_seen, writer);
  writer.key("age_working_days");
  history.age ? writer.integer(*history.age) : writer.null();
  writer.key("former");
  history.former ? write_former(*history.former, writer) : writer.null();
}

void write_window(const std::optional<findings::Window>& window, JsonWriter& writer) {
  if (!window) {
    writer.null();
    return;
  }
  writer.begin_object();
  writer.key("from");
  write_json(window->from, writer);
  writer.key("to");
  write_json(window->to, writer);
  writer.end_object();
}

}  // namespace

void write_json(const findings::History& history, JsonWriter& writer) {
  writer.begin_object();
  write_members(history, writer);
  writer.end_object();
}

void write_json(const findings::PastFinding& finding, JsonWriter& writer) {
  writer.begin_object();
  writer.key("rule");
  writer.text(finding.rule);
  writer.key("verdict");
  writer.text(word(finding.history.state));
  writer.key("subject");
  write_json(finding.subject, writer);
  writer.key("message");
  writer.text(finding.why);
  writer.key("fingerprint");
  writer.text(findings::to_string(finding.fingerprint));
  writer.key("history");
  writer.begin_object();
  write_members(finding.history, writer);
  writer.key("fixed_on");
  write_json(finding.fixed_on, writer);
  writer.end_object();
  writer.end_object();
}

void write_run(const findings::Audit& audit, const findings::Selection& selection,
               std::size_t lines, JsonWriter& writer) {
  writer.begin_object();
  writer.key("rule");
  writer.text("RUN");
  writer.key("verdict");
  writer.text("run");
  writer.key("format");
  writer.integer(kFormat);
  writer.key("ruleset");
  writer.text(audit.name);
  writer.key("version");
  writer.text(audit.version);
  writer.key("as_of");
  write_json(audit.as_of, writer);
  writer.key("window");
  write_window(audit.window, writer);
  writer.key("verdicts");
  writer.begin_array();
  for (const rules::Verdict verdict : selection.verdicts) writer.text(word(verdict));
  writer.end_array();
  writer.key("severity");
  writer.text(word(selection.least));
  writer.key("rules");
  writer.begin_array();
  for (const findings::RuleResult& rule : audit.rules) {
    if (rule.was_run()) writer.text(rule.id);
  }
  writer.end_array();
  writer.key("lines");
  writer.integer(lines);
  writer.end_object();
}

Json json_baseline(const findings::Baseline& baseline) {
  Json json{{"file", baseline.file},
            {"as_of", value::to_string(baseline.as_of)},
            {"version", baseline.version}};
  for (const State state : findings::kAllStates) {
    json[std::string(word(state))] = baseline.counts[static_cast<std::size_t>(state)];
  }
  json["fixed_earlier"] = baseline.fixed_earlier;
  return json;
}

}  // namespace remit::report
