#include "rules/kinds/kinds.h"

namespace remit::rules {
namespace {

/// Stretches are measured in days, so that `grace` must be too.
void check_grace(RuleDraft& draft, const NodePtr& grace) {
  if (!grace || grace->type.kind != value::Kind::kDuration) return;
  if (grace->type.family != value::DurationFamily::kDays) {
    draft.error("grace-in-days", "grace", "`grace` is not a number of days",
                "write days or weeks: `grace: 5 days`");
  }
  draft.at_least(grace, "grace", 0);
}

}  // namespace

void read_cover(RuleDraft& draft, std::vector<Rule>& rules) {
  Cover cover;
  cover.over = draft.required("over", value::Kind::kPeriod);
  cover.by = draft.required_elements("by", {});
  cover.grace = draft.optional("grace", value::Kind::kDuration);
  check_grace(draft, cover.grace);
  rules.front().kind = std::move(cover);
}

}  // namespace remit::rules
