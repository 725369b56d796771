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

  bool lists(const Audit& audit, const Finding& finding) const;
};

}  // namespace remit::findings
