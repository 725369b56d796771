#include "comparison/difference.h"

namespace remit::comparison {
namespace {

std::uint32_t index_of(std::vector<std::string>& names, const std::string& name) {
  if (names.empty() || names.back() != name) names.push_back(name);
  return static_cast<std::uint32_t>(names.size() - 1);
}

}  // namespace

/// Findings of an audit are in the order that a run has.
baseline::Run run_of(const findings::Audit& audit) {
  baseline::Run run;
  run.ruleset = audit.name;
  run.version = audit.version;
  run.as_of = audit.as_of;
  for (const findings::RuleResult& rule : audit.rules) {
    if (rule.was_run()) run.run_rules.push_back(rule.id);
  }
  run.entries.reserve(audit.findings.size());
  for (const findings::Finding& finding : audit.findings) {
    const findings::RuleResult& rule = findings::rule_of(audit, finding);
    const rules::Outcome& outcome = finding.outcome;
    baseline::Entry entry;
    entry.rule = index_of(run.rules, rule.id);
    entry.entity = index_of(run.entities, outcome.subject.entity);
    entry.key = outcome.subject.key;
    entry.fingerprint = finding.fingerprint;
    entry.former = {outcome.verdict, rule.severity, outcome.period, outcome.due, audit.as_of};
    entry.first_seen = audit.as_of;
    run.entries.push_back(std::move(entry));
  }
  return run;
}

}  // namespace remit::comparison
