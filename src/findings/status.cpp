#include "findings/status.h"

#include <algorithm>

#include "findings/verdict.h"

namespace remit::findings {

double unknown_percent(const Audit& audit) {
  std::size_t applied = 0;
  std::size_t unknown = 0;
  for (const RuleResult& rule : audit.rules) {
    applied += rule.tally.subjects - of(rule.tally.verdicts, rules::Verdict::kNotApplicable);
    unknown += of(rule.tally.verdicts, rules::Verdict::kUnknown);
  }
  return applied == 0 ? 0 : 100.0 * static_cast<double>(unknown) / static_cast<double>(applied);
}

namespace {

/// Violations, and where they fail too unknowns.
bool fails(rules::Verdict verdict, const Thresholds& thresholds) {
  return verdict == rules::Verdict::kViolation ||
         (thresholds.unknowns_fail && verdict == rules::Verdict::kUnknown);
}

bool is_breached(const Audit& audit, const Thresholds& thresholds) {
  return thresholds.fail_on &&
         std::any_of(audit.rules.begin(), audit.rules.end(), [&](const RuleResult& rule) {
           const bool violated = of(rule.found, rules::Verdict::kViolation) > 0;
           const bool undecided =
               thresholds.unknowns_fail && of(rule.found, rules::Verdict::kUnknown) > 0;
           return rule.severity >= *thresholds.fail_on && (violated || undecided);
         });
}

bool has_new(const Audit& audit, const Thresholds& thresholds) {
  return thresholds.fail_on_new &&
         std::any_of(audit.findings.begin(), audit.findings.end(), [&](const Finding& finding) {
           return fails(finding.outcome.verdict, thresholds) &&
                  rule_of(audit, finding).severity >= *thresholds.fail_on_new &&
                  is_new(audit, finding);
         });
}

}  // namespace

bool is_new(const Audit& audit, const Finding& finding) {
  const History* history = history_of(audit, finding);
  if (!history) return false;
  if (history->state == State::kNew || history->state == State::kReopened) return true;
  const rules::Verdict former = history->former->verdict;
  if (finding.outcome.verdict == rules::Verdict::kViolation) {
    return former != rules::Verdict::kViolation;
  }
  return finding.outcome.verdict == rules::Verdict::kUnknown && former == rules::Verdict::kDue;
}

ExitStatus exit_status(const Audit& audit, const Thresholds& thresholds) {
  if (thresholds.data_findings_fail && !audit.data_findings.empty()) return ExitStatus::kWrongData;
  const bool breached = is_breached(audit, thresholds) || has_new(audit, thresholds);
  const bool doubtful =
      thresholds.most_unknown && unknown_percent(audit) > *thresholds.most_unknown;
  return breached || doubtful ? ExitStatus::kBreaches : ExitStatus::kClean;
}

}  // namespace remit::findings
