#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "engine/context.h"
#include "engine/pauses.h"
#include "value/duration.h"
#include "value/period.h"

namespace remit::engine {

/// What a wait that starts on some day may last; nothing where it is unknown.
struct WaitBounds {
  std::optional<value::Duration> every;
  std::optional<value::Duration> tolerance;
};

/// One phase as one subject sees it.
struct SubjectPhase {
  std::optional<value::Duration> until;   ///< from F, or
  std::optional<value::Date> until_date;  ///< a date; nothing of both where unknown
  bool has_times = false;
  std::optional<std::int64_t> times;
};

/// What the waits of one subject are judged by (the kind `frequency`).
struct WaitRules {
  std::vector<SubjectPhase> phases;
  bool has_first_within = false;
  std::optional<value::Duration> first_within;
  bool restart = false;
  value::Date from;      ///< F
  value::Date to;        ///< T
  value::Date over_end;  ///< the day after the last one of `over`
  value::Date as_of;
  /// Where what happened before is not known: the day from which the first wait is counted.
  std::optional<value::Date> resumed;
  value::Period force;  ///< the days on which the rule is in force: no doubt outside of them
  /// The bounds of a wait of a phase that starts on a date: `since`.
  std::function<WaitBounds(std::size_t phase, value::Date since)> bounds;
};

/// What one run knows: the events in order, each once, and the pauses.
struct WaitEvents {
  std::vector<value::Date> events;
  Pauses pauses;
};

struct LateWait {
  value::Period period;            ///< the day after the due date up to and with the event
  value::Date start;               ///< p
  std::optional<value::Date> end;  ///< the event that ended it
  bool operator==(const LateWait&) const = default;
};

struct WaitResult {
  std::vector<LateWait> late;
  std::optional<value::Date> due;
  std::optional<value::Date> due_since;      ///< the start of the wait that is due
  bool unknown = false;                      ///< a bound or a due date could not be known,
  std::optional<value::Date> unknown_since;  ///< of the wait that starts on this day
};

/// How one wait was judged.
struct WaitStep {
  enum class End {
    kEvent,   ///< an event ended it
    kPause,   ///< a pause did (`resume: restart`)
    kLast,    ///< nothing did: it was judged up to the last day
    kUnknown  ///< a bound or the due date could not be known
  };
  value::Date start;
  std::optional<std::size_t> phase;
  std::optional<value::Date> phase_until;  ///< where the phase ends on a date
  bool first_within = false;               ///< judged by that, not by `every`
  std::optional<value::Duration> interval;
  std::optional<value::Duration> tolerance;
  std::optional<value::Date> after_interval;  ///< start + interval
  std::optional<value::Date> unpaused;        ///< and the tolerance
  std::vector<value::Period> paused;          ///< the paused days in (start, due]
  std::optional<value::Date> due;
  bool suspended = false;  ///< a pause without end began on or before the due date
  End end = End::kUnknown;
  std::optional<value::Date> ended;  ///< the event, or the first day of the pause
  std::optional<value::Period> late;
  bool is_due = false;  ///< the due date is still to come
};

/// Notes each wait in `steps` where that is not null.
WaitResult walk_waits(const WaitRules& rules, const WaitEvents& events, Context& context,
                      std::vector<WaitStep>* steps = nullptr);

}  // namespace remit::engine
