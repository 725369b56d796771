#include "findings/selection.h"

#include <algorithm>

namespace remit::findings {

bool Selection::lists(const Audit& audit, const Finding& finding) const {
  return rule_of(audit, finding).severity >= least &&
         std::find(verdicts.begin(), verdicts.end(), finding.outcome.verdict) != verdicts.end();
}

}  // namespace remit::findings
