#include "report/finding_row.h"

#include <algorithm>

#include <fmt/format.h>

#include "findings/verdict.h"
#include "report/text/phrase.h"

namespace remit::report {
namespace {

std::string needs_text(const rules::Outcome& outcome) {
  std::string all;
  for (const rules::Need& need : outcome.needs) {
    all += fmt::format("{}{} {}{}{}", all.empty() ? "" : "; ", need.resource, need.key,
                       need.field.empty() ? "" : " ", need.field);
  }
  return all;
}

std::string sources_text(const findings::RuleResult& rule) {
  std::string all;
  for (const findings::Authority& source : rule.sources) {
    all += (all.empty() ? "" : "; ") + text::cited(source);
  }
  return all;
}

void set_history(FindingRow& row, const findings::History& history) {
  row.state = findings::word(history.state);
  row.first_seen = history.first_seen;
  row.age = history.age;
  if (history.former && history.state != findings::State::kUnchanged) {
    row.former = text::was(*history.former);
  }
}

void set_period(FindingRow& row, const value::Period& period) {
  row.from = value::first_day(period);
  if (!value::is_open(period)) row.to = value::Date{value::end_day(period).days - 1};
}

}  // namespace

FindingRow row_of(const findings::Audit& audit, const findings::Finding& finding) {
  const findings::RuleResult& rule = findings::rule_of(audit, finding);
  const rules::Outcome& outcome = finding.outcome;
  FindingRow row;
  row.rule = rule.id;
  row.title = rule.title;
  row.severity = findings::word(rule.severity);
  row.verdict = findings::word(outcome.verdict);
  row.entity = outcome.subject.entity;
  row.key = outcome.subject.key;
  if (outcome.period) set_period(row, *outcome.period);
  row.due = outcome.due;
  row.message = outcome.message;
  row.needs = needs_text(outcome);
  row.remedy = rule.remedy;
  row.sources = sources_text(rule);
  row.file = findings::file_of(audit, finding);
  row.line = finding.line;
  if (const findings::Waiver* waiver = findings::waiver_of(audit, finding)) {
    row.waived_by = waiver->approved_by;
    row.waived_until = waiver->to;
    row.waived_because = waiver->reason;
  }
  row.fingerprint = findings::to_string(finding.fingerprint);
  if (const findings::History* history = findings::history_of(audit, finding)) {
    set_history(row, *history);
  }
  return row;
}

FindingRow row_of(const findings::DataFinding& finding) {
  FindingRow row;
  row.rule = finding.code;
  row.verdict = "data";
  row.entity = finding.entity;
  row.key = finding.key;
  row.message = finding.message;
  row.file = finding.file;
  row.line = finding.line;
  return row;
}

FindingRow row_of(const findings::Audit& audit, const findings::WaiverFinding& finding) {
  const findings::Waiver& waiver = audit.waivers[finding.waiver];
  FindingRow row;
  row.rule = finding.code;
  row.verdict = "waiver";
  row.key = waiver.subject;
  row.message = finding.message;
  row.file = waiver.file;
  row.line = waiver.line;
  row.waived_by = waiver.approved_by;
  row.waived_until = waiver.to;
  row.waived_because = waiver.reason;
  return row;
}

FindingRow row_of(const findings::Audit& audit, const findings::PastFinding& finding) {
  const findings::Former& former = *finding.history.former;
  FindingRow row;
  row.rule = finding.rule;
  const auto rule = std::find_if(audit.rules.begin(), audit.rules.end(),
                                 [&](const auto& each) { return each.id == finding.rule; });
  if (rule != audit.rules.end()) row.title = rule->title;
  row.severity = findings::word(former.severity);
  row.verdict = findings::word(finding.history.state);
  row.entity = finding.subject.entity;
  row.key = finding.subject.key;
  if (former.period) set_period(row, *former.period);
  row.due = former.due;
  row.message = finding.why;
  row.fingerprint = findings::to_string(finding.fingerprint);
  set_history(row, finding.history);
  row.fixed_on = finding.fixed_on;
  return row;
}

}  // namespace remit::report
