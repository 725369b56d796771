#include "report/finding_json.h"

#include <cmath>

#include "findings/verdict.h"

namespace remit::report {
namespace {

using findings::word;

Json json_period(const value::Period& period) {
  Json to;
  if (!value::is_open(period)) to = value::to_string(value::end_day(period));
  return {{"from", value::to_string(period.from)}, {"to", to}};
}

Json json_value(const value::Value& value);

struct ValueToJson {
  Json operator()(const value::Missing&) const { return nullptr; }
  Json operator()(bool truth) const { return truth; }
  Json operator()(std::int64_t integer) const { return integer; }
  Json operator()(double number) const { return std::isfinite(number) ? Json(number) : Json(); }
  Json operator()(const std::string& text) const { return text; }
  Json operator()(const value::Date& date) const { return value::to_string(date); }
  Json operator()(const value::Duration& duration) const { return value::to_string(duration); }
  Json operator()(const value::Period& period) const { return json_period(period); }
  Json operator()(const value::Row& row) const { return value::to_string(value::Value{row}); }
  Json operator()(const std::shared_ptr<const value::List>& list) const {
    Json items = Json::array();
    for (const value::Value& item : *list) items.push_back(json_value(item));
    return items;
  }
};

Json json_value(const value::Value& value) { return std::visit(ValueToJson{}, value.data); }

Json json_subject(const std::string& entity, const std::string& key) {
  return {{"entity", entity}, {"key", key}};
}

Json json_evidence(const std::vector<rules::Evidence>& evidence) {
  Json items = Json::array();
  for (const rules::Evidence& item : evidence) {
    items.push_back({{"path", item.path},
                     {"value", json_value(item.value)},
                     {"table", item.resource},
                     {"key", item.key}});
  }
  return items;
}

Json json_needs(const std::vector<rules::Need>& needs) {
  Json items = Json::array();
  for (const rules::Need& need : needs) {
    items.push_back({{"table", need.resource}, {"key", need.key}, {"field", need.field}});
  }
  return items;
}

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
