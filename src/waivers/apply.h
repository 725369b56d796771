#pragma once

#include <vector>

#include "findings/join.h"
#include "findings/waiver.h"
#include "rules/outcome.h"
#include "rules/ruleset.h"

namespace remit::waivers {

/// What became of a waiver in a run.
struct Use {
  std::size_t violations = 0;  ///< that it waived
  std::size_t subjects = 0;    ///< that have these
  std::size_t covered = 0;     ///< that it covers and that another waived first
  std::size_t beyond = 0;      ///< of its subjects that do not lie within its dates
  std::size_t idle = 0;        ///< that lie within them, while it does not hold
};

struct Applied {
  std::vector<Use> uses;  ///< of each waiver
  findings::WaivedOutcomes waived;
};

/// Whether it holds at the end of a day: approved, and not expired.
bool holds(const findings::Waiver& waiver, value::Date as_of);

/// What a waiver makes of a violation of its rule.
enum class Cover {
  kOther,   ///< it is about other subjects
  kBeyond,  ///< not all days of the violation are days of the waiver
  kIdle,    ///< it would cover it, and does not hold on the as-of date
  kCovers,
};
Cover cover(const findings::Waiver& waiver, const rules::Outcome& violation, value::Date as_of);

/// The first of the waivers of a rule that covers a violation of it; null where none does.
const findings::Waiver* covering(const std::vector<findings::Waiver>& waivers,
                                 const rules::Rule& rule, const rules::Outcome& violation,
                                 value::Date as_of);

/// Makes violations `waived` that a waiver covers: one that holds on the as-of date, of the rule
/// and the subject, within whose days the period of the violation lies. Of several the first one
/// counts. A subject counts under the worst verdict that it is left with. Outcomes are in the
/// order of the evaluation.
Applied apply(const std::vector<findings::Waiver>& waivers, const rules::RuleSet& rules,
              value::Date as_of, rules::Outcomes& outcomes);

}  // namespace remit::waivers
