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

ExitStatus exit_status(const Audit& audit, const Thresholds& thresholds) {
  if (thresholds.data_findings_fail && !audit.data_findings.empty()) return ExitStatus::kWrongData;
  const bool breached =
      std::any_of(audit.rules.begin(), audit.rules.end(), [&](const RuleResult& rule) {
        const bool violated = of(rule.found, rules::Verdict::kViolation) > 0;
        const bool undecided =
            thresholds.unknowns_fail && of(rule.found, rules::Verdict::kUnknown) > 0;
        return rule.severity >= thresholds.fail_on && (violated || undecided);
      });
  const bool doubtful =
      thresholds.most_unknown && unknown_percent(audit) > *thresholds.most_unknown;
  return breached || doubtful ? ExitStatus::kBreaches : ExitStatus::kClean;
}

}  // namespace remit::findings
