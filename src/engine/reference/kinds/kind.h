#pragma once

#include <vector>

#include "engine/reference/elements.h"
#include "engine/reference/timing.h"
#include "rules/rule.h"

namespace remit::engine::reference {

/// One subject of a rule that came as far as the kind's own test.
struct Case {
  const World& world;
  const rules::Rule& rule;
  const Frame& frame;
  Days judged;                     ///< the own day, or [F, T)
  std::optional<Days> over;        ///< in force, with its real end
  std::optional<Days> whole_over;  ///< as it stands
};

/// What a kind's own test says; none of these is a pass.
struct Result {
  bool not_applicable = false;
  bool unknown = false;  ///< besides violations: the benefit of the doubt
  std::vector<Days> violations;
  std::optional<Date> due;
  bool final = false;  ///< `on_unknown` does not decide the unknown otherwise
};

inline Result unknown_result() { return {false, true, {}, {}, false}; }

/// What one run of a test says.
struct RunResult {
  bool unknown = false;
  std::vector<Days> violations;
  std::optional<Date> due;
};

/// The benefit of the doubt: the violations of the hopeful run are certain; where the strict run
/// has others there is an unknown, else its due date counts.
Result weigh(const RunResult& hopeful, const RunResult& strict);

/// The truth of what must hold, about one date.
Result about_a_date(const Case& subject, Truth holds);

Result test(const Case& subject, const rules::Require& rule);
Result test(const Case& subject, const rules::Reserve& rule);
Result test(const Case& subject, const rules::Cover& rule);
Result test(const Case& subject, const rules::Frequency& rule);
Result test(const Case& subject, const rules::Limit& rule);
Result test(const Case& subject, const rules::Deadline& rule);

/// The maximal stretches of `days` on which something is the case.
template <typename Predicate>
std::vector<Days> stretches_where(const Days& days, Predicate holds) {
  std::vector<Days> found;
  for (Date day = days.from; day < days.to; day = next_day(day)) {
    if (!holds(day)) continue;
    if (!found.empty() && found.back().to == day) {
      found.back().to = next_day(day);
    } else {
      found.push_back({day, next_day(day)});
    }
  }
  return found;
}

}  // namespace remit::engine::reference
