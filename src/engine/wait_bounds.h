#pragma once

#include <vector>

#include "engine/expression.h"
#include "engine/waits.h"
#include "rules/rule.h"

namespace remit::engine {

/// `every` and `tolerance` for every wait that can come about in a batch, computed at once: once a
/// subject or, where they depend on `since`, once for each day on which one of its waits can start.
class WaitBoundsTable {
 public:
  WaitBoundsTable(const rules::Frequency& kind, const FramePtr& subjects, Context& context);

  /// Whether they depend on `since`; only then the starts are asked for.
  bool needs_starts() const { return by_start_; }
  /// Puts down the phases and `first_within` of a subject.
  void set_rules(std::size_t subject, WaitRules& rules) const;
  /// Notes the days on which waits of the next subject can start; subjects come in order.
  void add_starts(std::size_t subject, const WaitRules& rules, const WaitEvents& events);
  void evaluate_bounds();
  WaitBounds bounds(std::size_t subject, std::size_t phase, value::Date since) const;

 private:
  /// One tuple for each subject and start.
  FramePtr frame_of_starts();
  std::size_t tuple_of(std::size_t subject, value::Date since) const;

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
  bool by_start_;
  std::vector<std::vector<value::Date>> starts_;  ///< by subject, in order, each once
  Indices first_tuple_;                           ///< of each subject in the frame of starts
};

}  // namespace remit::engine
