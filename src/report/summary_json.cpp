#include "report/summary_json.h"

#include <ostream>

#include "findings/verdict.h"
#include "report/format.h"
#include "report/history_json.h"
#include "report/json_text.h"

namespace remit::report {
namespace {

using findings::of;
using rules::Verdict;

/// The verdicts in the order in which the summary has them.
constexpr std::array kColumns{Verdict::kPass,    Verdict::kViolation, Verdict::kDue,
                              Verdict::kUnknown, Verdict::kWaived,    Verdict::kNotApplicable};

}  // namespace

Json json_rule_counts(const findings::RuleResult& rule) {
  Json json;
  json["rule"] = rule.id;
  json["subjects"] = rule.tally.subjects;
  for (const Verdict verdict : kColumns) {
    json[std::string(findings::word(verdict))] = of(rule.tally.verdicts, verdict);
  }
  json["findings"] = of(rule.found, Verdict::kViolation) + of(rule.found, Verdict::kUnknown) +
                     of(rule.found, Verdict::kDue);
  json["vacuous"] = rule.tally.vacuous;
  json["not_run"] = rule.tally.not_run ? Json(*rule.tally.not_run) : Json();
  return json;
}

Json json_data_counts(const findings::DataCounts& counts) {
  return {{"resource", counts.resource},
          {"read", counts.read},
          {"kept", counts.kept},
          {"rejected", counts.rejected},
          {"later", counts.later}};
}

void write_summary_json(const findings::Audit& audit, std::ostream& out) {
  Json json;
  json["as_of"] = value::to_string(audit.as_of);
  json["rules"] = Json::array();
  for (const findings::RuleResult& rule : audit.rules)
    json["rules"].push_back(json_rule_counts(rule));
  json["data"] = Json::array();
  for (const findings::DataCounts& counts : audit.data_counts) {
    json["data"].push_back(json_data_counts(counts));
  }
  if (audit.baseline) json["baseline"] = json_baseline(*audit.baseline);
  out << json_text(json, 2) << '\n';
}

}  // namespace remit::report
