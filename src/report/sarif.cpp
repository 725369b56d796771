#include <algorithm>
#include <ostream>

#include <fmt/format.h>

#include "findings/verdict.h"
#include "report/format.h"
#include "report/history_json.h"
#include "report/json_text.h"
#include "report/text/phrase.h"
#include "report/uri.h"
#include "report/value_json.h"

namespace remit::report {
namespace {

using rules::Severity;
using rules::Verdict;

std::string_view level(Severity severity) {
  switch (severity) {
    case Severity::kCritical:
    case Severity::kMajor:
      return "error";
    case Severity::kMinor:
      return "warning";
    case Severity::kInfo:
      return "note";
  }
  return "warning";
}

/// What a result says beside its message. A waived one has failed, and is suppressed.
std::string_view kind(Verdict verdict) {
  switch (verdict) {
    case Verdict::kViolation:
    case Verdict::kWaived:
      return "fail";
    case Verdict::kUnknown:
      return "open";
    case Verdict::kDue:
      return "informational";
    case Verdict::kPass:
      return "pass";
    case Verdict::kNotApplicable:
      return "notApplicable";
  }
  return "fail";
}

std::string help_text(const findings::RuleResult& rule) {
  std::string text;
  for (const findings::Authority& source : rule.sources) text += text::cited(source) + "\n";
  return rule.remedy.empty() ? text : text + "To do: " + rule.remedy + "\n";
}

Json descriptor(const findings::RuleResult& rule) {
  Json json{{"id", rule.id}};
  if (!rule.title.empty()) json["shortDescription"] = {{"text", rule.title}};
  const std::string help = help_text(rule);
  if (!help.empty()) json["help"] = {{"text", help}};
  for (const findings::Authority& source : rule.sources) {
    if (source.source.url.starts_with("http")) {
      json["helpUri"] = source.source.url;
      break;
    }
  }
  json["defaultConfiguration"] = {{"level", level(rule.severity)}};
  json["properties"] = {{"severity", findings::word(rule.severity)},
                        {"subjects", rule.tally.subjects}};
  return json;
}

Json physical(const std::string& file, std::size_t line) {
  Json place{{"artifactLocation", {{"uri", uri_reference(file)}}}};
  if (line > 0) place["region"] = {{"startLine", line}};
  return {{"physicalLocation", std::move(place)}};
}

Json locations(const std::string& file, std::size_t line, const std::string& entity,
               const std::string& key) {
  Json place = file.empty() ? Json::object() : physical(file, line);
  if (!key.empty()) {
    place["logicalLocations"] = Json::array(
        {{{"name", key}, {"fullyQualifiedName", entity + " " + key}, {"kind", entity}}});
  }
  return place.empty() ? Json::array() : Json::array({std::move(place)});
}

/// One finding is known again by what it was as a violation, also while it is waived.
std::string identity(const findings::RuleResult& rule, const findings::Finding& finding) {
  if (finding.outcome.verdict != Verdict::kWaived) return to_string(finding.fingerprint);
  rules::Outcome violation;
  violation.subject = finding.outcome.subject;
  violation.period = finding.outcome.period;
  violation.verdict = Verdict::kViolation;
  return to_string(findings::fingerprint(rule.id, violation));
}

/// Likewise of what is no more: it had been a violation before it was waived.
std::string identity(const findings::PastFinding& finding) {
  const findings::Former& former = *finding.history.former;
  if (former.verdict != Verdict::kWaived) return to_string(finding.fingerprint);
  rules::Outcome violation;
  violation.subject = finding.subject;
  violation.period = former.period;
  violation.verdict = Verdict::kViolation;
  return to_string(findings::fingerprint(finding.rule, violation));
}

/// SARIF has no word for what was fixed once and is there again: it is new.
std::string_view baseline_state(findings::State state) {
  switch (state) {
    case findings::State::kNew:
    case findings::State::kReopened:
      return "new";
    case findings::State::kChanged:
      return "updated";
    case findings::State::kFixed:
      return "absent";
    case findings::State::kUnchanged:
    case findings::State::kNotJudged:
      return "unchanged";
  }
  return "new";
}

Json suppression(const findings::Waiver& waiver) {
  return {{"kind", "external"},
          {"status", "accepted"},
          {"justification", fmt::format("approved by {} on {}, until {}: {}", waiver.approved_by,
                                        value::to_string(waiver.approved_on),
                                        value::to_string(waiver.to), waiver.reason)},
          {"location", physical(waiver.file, waiver.line)}};
}

Json result(const findings::Audit& audit, const findings::Finding& finding) {
  const findings::RuleResult& rule = findings::rule_of(audit, finding);
  const rules::Outcome& outcome = finding.outcome;
  const std::string_view what = kind(outcome.verdict);
  Json json{{"ruleId", rule.id},
            {"ruleIndex", outcome.rule},
            {"kind", what},
            {"level", what == "fail" ? level(rule.severity) : "none"},
            {"message", {{"text", outcome.message}}}};
  const Json places = locations(findings::file_of(audit, finding), finding.line,
                                outcome.subject.entity, outcome.subject.key);
  if (!places.empty()) json["locations"] = places;
  json["partialFingerprints"] = {{"remitFinding/v1", identity(rule, finding)}};
  if (const findings::Waiver* waiver = findings::waiver_of(audit, finding)) {
    json["suppressions"] = Json::array({suppression(*waiver)});
  }
  const findings::History* history = findings::history_of(audit, finding);
  if (history) json["baselineState"] = baseline_state(history->state);
  Json& more = json["properties"];
  more = {{"verdict", findings::word(outcome.verdict)}, {"subject", as_json(outcome.subject)}};
  if (outcome.period) more["period"] = as_json(*outcome.period);
  if (outcome.due) more["due"] = value::to_string(*outcome.due);
  if (!outcome.needs.empty()) more["needs"] = as_json(outcome.needs);
  if (history) more["history"] = as_json(*history);
  return json;
}

/// What the baseline has and this run does not. What could not be judged may still be there.
Json result(const findings::Audit& audit, const findings::PastFinding& finding) {
  const bool fixed = finding.history.state == findings::State::kFixed;
  Json json{{"ruleId", finding.rule},
            {"kind", fixed ? "pass" : "open"},
            {"level", "none"},
            {"message", {{"text", finding.why}}},
            {"locations", locations("", 0, finding.subject.entity, finding.subject.key)},
            {"partialFingerprints", {{"remitFinding/v1", identity(finding)}}},
            {"baselineState", baseline_state(finding.history.state)}};
  const auto rule = std::find_if(audit.rules.begin(), audit.rules.end(),
                                 [&](const auto& each) { return each.id == finding.rule; });
  if (rule != audit.rules.end()) json["ruleIndex"] = rule - audit.rules.begin();
  json["properties"] = {{"verdict", findings::word(finding.history.state)},
                        {"subject", as_json(finding.subject)},
                        {"history", as_json(finding.history)}};
  if (finding.fixed_on) json["properties"]["fixedOn"] = value::to_string(*finding.fixed_on);
  return json;
}

Json remark(const std::string& code, std::string_view level, const std::string& message) {
  return {{"ruleId", code}, {"level", level}, {"message", {{"text", message}}}};
}

Json result(const findings::DataFinding& finding) {
  Json json = remark(finding.code, "warning", finding.message);
  const Json places = locations(finding.file, finding.line, finding.entity, finding.key);
  if (!places.empty()) json["locations"] = places;
  return json;
}

Json result(const findings::Audit& audit, const findings::WaiverFinding& finding) {
  const findings::Waiver& waiver = audit.waivers[finding.waiver];
  Json json = remark(finding.code, "note", finding.message);
  json["locations"] = Json::array({physical(waiver.file, waiver.line)});
  return json;
}

/// Results a line each, so that a great many of them are never in memory together.
class Results {
 public:
  explicit Results(std::ostream& out) : out_(out) {}
  void add(const Json& result) {
    out_ << (empty_ ? "\n" : ",\n") << json_text(result);
    empty_ = false;
  }

 private:
  std::ostream& out_;
  bool empty_ = true;
};

Json driver(const findings::Audit& audit, const Options& options) {
  Json rules = Json::array();
  for (const findings::RuleResult& rule : audit.rules) rules.push_back(descriptor(rule));
  Json json{{"name", "remit"}};
  if (!options.version.empty()) json["version"] = options.version;
  json["rules"] = std::move(rules);
  return json;
}

/// Waived ones are there in any case, as suppressed: who reads them decides what to show.
bool is_listed(const findings::Audit& audit, const findings::Finding& finding,
               const Options& options) {
  return options.selection.lists(audit, finding) ||
         (finding.outcome.verdict == Verdict::kWaived &&
          findings::rule_of(audit, finding).severity >= options.selection.least);
}

}  // namespace

void write_sarif(const findings::Audit& audit, const Options& options, std::ostream& out) {
  const Json tool{{"driver", driver(audit, options)}};
  const Json properties{{"asOf", value::to_string(audit.as_of)},
                        {"ruleset", audit.ruleset},
                        {"rulesetVersion", audit.version},
                        {"data", audit.data}};
  out << "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\","
      << "\"runs\":[{\"tool\":" << json_text(tool)
      << ",\n\"columnKind\":\"unicodeCodePoints\",\"properties\":" << json_text(properties)
      << ",\n\"results\":[";
  Results results(out);
  for (const findings::Finding& finding : audit.findings) {
    if (is_listed(audit, finding, options)) results.add(result(audit, finding));
    if (!out) return;
  }
  for (const findings::PastFinding& finding : audit.past) {
    if (!finding.earlier && options.selection.lists(finding)) results.add(result(audit, finding));
  }
  for (const findings::DataFinding& finding : audit.data_findings) results.add(result(finding));
  for (const findings::WaiverFinding& finding : audit.waiver_findings) {
    results.add(result(audit, finding));
  }
  out << "\n]}]}\n";
}

}  // namespace remit::report
