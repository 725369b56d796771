#pragma once

#include "engine/reference/kinds/kind.h"
#include "value/duration.h"

namespace remit::engine::reference {

/// When a wait is due: on a date, never (a pause without end), or it cannot be said.
struct DueDate {
  enum class State { kDate, kSuspended, kUnknown } state = State::kUnknown;
  Date date;
};

/// Moves a date out by the paused days after `start`: the least d such that d = unpaused + the
/// number of paused days in (start, d], counted in working days where the duration was.
DueDate move_out(const World& world, const std::vector<Part>& pauses, Date start, Date unpaused,
                 value::DurationFamily family);

/// The phases of one subject's waits, taken in order: asked for each wait in turn.
class PhaseOrder {
 public:
  /// `start` is F.
  PhaseOrder(const Case& subject, const rules::Frequency& rule, const std::vector<Part>& pauses,
             Date start);
  /// The phase of the next wait, which starts at `wait`; null where a bound is unknown.
  const rules::Phase* next(Date wait);

 private:
  /// Whether the phase is over for a wait that starts then.
  Truth is_over(const rules::Phase& phase, Date wait) const;

  const Case& subject_;
  const rules::Frequency& rule_;
  const std::vector<Part>& pauses_;
  Date start_;
  std::size_t phase_ = 0;
  std::int64_t served_ = 0;
};

}  // namespace remit::engine::reference
