#include "findings/status.h"

#include <algorithm>

#include "findings/verdict.h"

namespace remit::findings {

ExitStatus exit_status(const Audit& audit, const Thresholds& thresholds) {
  if (thresholds.data_findings_fail && !audit.data_findings.empty()) return ExitStatus::kWrongData;
  const bool breached =
      std::any_of(audit.rules.begin(), audit.rules.end(), [&](const RuleResult& rule) {
        const bool violated = of(rule.found, rules::Verdict::kViolation) > 0;
        const bool doubtful =
            thresholds.unknowns_fail && of(rule.found, rules::Verdict::kUnknown) > 0;
        return rule.severity >= thresholds.fail_on && (violated || doubtful);
      });
  return breached ? ExitStatus::kBreaches : ExitStatus::kClean;
}

}  // namespace remit::findings
