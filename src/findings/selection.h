#pragma once

#include <vector>

#include "findings/finding.h"

namespace remit::findings {

/// Which findings a report lists. It does not touch counts and exit status: what is not listed
/// has still been found.
struct Selection {
  std::vector<rules::Verdict> verdicts{rules::Verdict::kViolation, rules::Verdict::kUnknown,
                                       rules::Verdict::kDue};
  rules::Severity least = rules::Severity::kInfo;

  /// What was listed in the baseline stays listed where its verdict or severity changed, and where
  /// it is waived now, so that no finding is lost from one run to the next.
  bool lists(const Audit& audit, const Finding& finding) const;
  bool lists(const PastFinding& finding) const;
  bool picks(rules::Verdict verdict, rules::Severity severity) const;
};

}  // namespace remit::findings
