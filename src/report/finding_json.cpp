#include "report/finding_json.h"

#include "findings/verdict.h"
#include "report/value_json.h"

namespace remit::report {
namespace {

using findings::word;

Json json_sources(const std::vector<findings::Authority>& sources) {
  Json items = Json::array();
  for (const findings::Authority& source : sources) {
    items.push_back({{"id", source.id}, {"at", source.at}});
  }
  return items;
}

/// Null for a number that is not known.
Json known(std::size_t number) { return number == 0 ? Json() : Json(number); }
Json known(const std::string& text) { return text.empty() ? Json() : Json(text); }

}  // namespace

Json to_json(const findings::Audit& audit, const findings::Finding& finding) {
  const findings::RuleResult& rule = findings::rule_of(audit, finding);
  const rules::Outcome& outcome = finding.outcome;
  Json json;
  json["rule"] = rule.id;
  json["verdict"] = word(outcome.verdict);
  json["severity"] = word(rule.severity);
  json["subject"] = json_subject(outcome.subject.entity, outcome.subject.key);
  json["period"] = outcome.period ? json_period(*outcome.period) : Json();
  json["due"] = outcome.due ? Json(value::to_string(*outcome.due)) : Json();
  json["message"] = outcome.message;
  json["evidence"] = json_evidence(outcome.evidence);
  json["needs"] = json_needs(outcome.needs);
  json["sources"] = json_sources(rule.sources);
  json["remedy"] = rule.remedy;
  json["fingerprint"] = findings::to_string(finding.fingerprint);
  return json;
}

Json to_json(const findings::DataFinding& finding) {
  Json json;
  json["rule"] = finding.code;
  json["verdict"] = "data";
  json["subject"] = finding.key.empty() ? Json() : json_subject(finding.entity, finding.key);
  json["resource"] = known(finding.resource);
  json["file"] = known(finding.file);
  json["line"] = known(finding.line);
  json["column"] = known(finding.column);
  json["field"] = known(finding.field);
  json["value"] = finding.value;
  json["expected"] = finding.expected;
  json["message"] = finding.message;
  return json;
}

}  // namespace remit::report
