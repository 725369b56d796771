#pragma once

#include <vector>

#include "engine/expression.h"
#include "engine/waits.h"
#include "rules/rule.h"

namespace remit::engine {

/// `every` and `tolerance` for every wait that can come about in a batch, computed at once: they
/// may depend on `since`, the day on which the wait starts.
class WaitBoundsTable {
 public:
  WaitBoundsTable(const rules::Frequency& kind, const FramePtr& subjects, Context& context);

  /// The phases and `first_within` of a subject.
  WaitRules rules_of(std::size_t subject) const;
  /// Notes the days on which waits of the next subject can start; subjects come in order.
  void add_starts(std::size_t subject, const WaitRules& rules, const WaitEvents& events);
  void evaluate_bounds();
  WaitBounds bounds(std::size_t subject, std::size_t phase, value::Date since) const;

 private:
  struct PhaseVectors {
    Vector until;
    Vector times;
    Vector every;
    Vector tolerance;
  };
  const rules::Frequency& kind_;
  FramePtr subjects_;
  Context& context_;
  std::vector<PhaseVectors> phases_;
  Vector first_within_;
  std::vector<std::vector<value::Date>> starts_;  ///< by subject, in order, each once
  Indices first_tuple_;                           ///< of each subject in the frame of starts
};

}  // namespace remit::engine
