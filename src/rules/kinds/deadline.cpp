#include "rules/kinds/kinds.h"

namespace remit::rules {

void read_deadline(RuleDraft& draft, std::vector<Rule>& rules) {
  Deadline deadline;
  deadline.trigger = draft.required("trigger", value::Kind::kDate);
  deadline.response = draft.required_elements("response", {value::Kind::kDate});
  const bool has_within = draft.keys().required("within") != nullptr;
  deadline.within = has_within ? draft.duration_or_date("within") : error_node();
  draft.at_least(deadline.within, "within", 0);
  deadline.counts_from = draft.optional("counts_from", value::Kind::kDate);
  deadline.times = draft.optional("times", value::Kind::kInteger);
  draft.at_least(deadline.times, "times", 1);
  deadline.until = draft.optional("until", value::Kind::kDate);
  rules.front().kind = std::move(deadline);
}

}  // namespace remit::rules
