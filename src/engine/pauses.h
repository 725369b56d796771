#pragma once

#include <optional>
#include <vector>

#include "engine/context.h"
#include "value/period.h"

namespace remit::engine {

/// The paused days of one subject, as stretches that do not touch.
class Pauses {
 public:
  explicit Pauses(std::vector<value::Period> periods);

  bool empty() const { return stretches_.empty(); }
  bool covers(value::Date date) const;
  /// The first paused day from `date` on.
  std::optional<value::Date> next(value::Date date) const;
  /// The first day from `date` on that no pause covers; nothing in a pause without end.
  std::optional<value::Date> resumed(value::Date date) const;

  /// What of the pauses lies in (start, end].
  std::vector<value::Period> within(value::Date start, value::Date end) const;

  /// The first day after each stretch that has an end.
  std::vector<value::Date> ends() const;

  /// A due date moved out by the pauses after `start`: the least d with d = `unpaused` + the
  /// paused days in (start, d], in working days where that is how it is counted.
  struct Moved {
    std::optional<value::Date> date;  ///< nothing when suspended or not known
    bool suspended = false;           ///< a pause without end began on or before it
  };
  Moved moved(value::Date start, value::Date unpaused, bool working_days, Context& context) const;

 private:
  std::optional<std::int64_t> days_between(value::Date start, value::Date end, bool working_days,
                                           Context& context) const;
  std::vector<value::Period> stretches_;
  std::optional<value::Date> open_from_;  ///< where the first pause without end begins
};

}  // namespace remit::engine
