#include "findings/selection.h"

#include <algorithm>

namespace remit::findings {
namespace {

/// A waived finding stands for the violation that it is.
rules::Verdict unwaived(rules::Verdict verdict) {
  return verdict == rules::Verdict::kWaived ? rules::Verdict::kViolation : verdict;
}

}  // namespace

bool Selection::picks(rules::Verdict verdict, rules::Severity severity) const {
  return severity >= least &&
         std::find(verdicts.begin(), verdicts.end(), verdict) != verdicts.end();
}

bool Selection::lists(const Audit& audit, const Finding& finding) const {
  const rules::Verdict verdict = finding.outcome.verdict;
  const rules::Severity severity = rule_of(audit, finding).severity;
  if (picks(verdict, severity)) return true;
  const History* history = history_of(audit, finding);
  if (!history || !history->former) return false;
  const Former& former = *history->former;
  if (picks(unwaived(former.verdict), former.severity) && history->state != State::kUnchanged) {
    return true;
  }
  return verdict == rules::Verdict::kWaived && picks(unwaived(verdict), severity);
}

bool Selection::lists(const PastFinding& finding) const {
  const Former& former = *finding.history.former;
  return picks(unwaived(former.verdict), former.severity) || picks(former.verdict, former.severity);
}

}  // namespace remit::findings
