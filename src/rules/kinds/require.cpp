#include "rules/kinds/kinds.h"

namespace remit::rules {

void read_require(RuleDraft& draft, std::vector<Rule>& rules) {
  rules.front().kind = Require{draft.required("require", value::Kind::kBoolean)};
}

}  // namespace remit::rules
