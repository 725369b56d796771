#include "engine/waits.h"

#include <algorithm>
#include <span>
#include <utility>

#include "engine/dates.h"

namespace remit::engine {
namespace {

using value::Date;
using value::Duration;

Date next_day(Date date) { return {date.days + 1}; }

/// Goes through the waits of one subject in order.
class Walk {
 public:
  Walk(const WaitRules& rules, const WaitEvents& given, Context& context,
       std::vector<WaitStep>* steps)
      : rules_(rules),
        pauses_(given.pauses),
        context_(context),
        events_(given.events),
        steps_(steps) {
    if (!rules.restart || pauses_.empty()) return;
    for (const Date event : given.events) {
      if (!pauses_.covers(event)) unpaused_.push_back(event);
    }
    events_ = unpaused_;
  }

  WaitResult run() {
    std::optional<Date> start = rules_.resumed.value_or(rules_.from);
    for (bool first = !rules_.resumed; start && *start < rules_.over_end; first = false) {
      if (steps_) step_ = {};
      step_.start = *start;
      const std::size_t late = result_.late.size();
      start = wait(*start, first);
      if (steps_) note(late);
    }
    if (result_.unknown) result_.late.clear();
    return std::move(result_);
  }

 private:
  /// A due date: known, suspended by a pause without end, or neither.
  using Due = Pauses::Moved;

  /// Notes the wait that was judged; `late` is how many late ones there were before it.
  void note(std::size_t late) {
    if (late < result_.late.size()) step_.late = result_.late.back().period;
    step_.is_due = result_.due_since == step_.start;
    if (step_.due) step_.paused = pauses_.within(step_.start, *step_.due);
    if (rules_.restart) step_.paused.clear();
    steps_->push_back(step_);
  }

  /// Judges the wait that starts on `start`, and gives the start of the next one.
  std::optional<Date> wait(Date start, bool first) {
    const auto phase = phase_of(start);
    const Due due = phase ? due_of(*phase, start, first) : Due{};
    step_.phase = phase;
    step_.due = due.date;
    step_.suspended = due.suspended;
    const auto event = next_event(start);
    const auto pause = pause_before(start, event.value_or(rules_.to));
    const Date end = pause ? *pause : (event ? next_day(*event) : rules_.to);
    const bool untold = !due.date && !due.suspended;
    const bool in_force = start < rules_.force.to && rules_.force.from < end;
    result_.unknown = !phase || (untold && in_force);
    if (result_.unknown) {
      result_.unknown_since = start;
      return std::nullopt;
    }
    step_.end =
        pause ? WaitStep::End::kPause : (event ? WaitStep::End::kEvent : WaitStep::End::kLast);
    step_.ended = pause ? pause : event;
    if (pause) {
      if (due.date) stretch(start, *due.date, *pause);
      // The event, if there is one, still stands at the head of those to come.
      if (event) --used_;
      return pauses_.resumed(*pause);
    }
    if (!event) {
      last(start, due);
    } else if (due.date && *due.date < *event) {
      result_.late.push_back(
          {value::make_period(next_day(*due.date), next_day(*event)), start, event});
    }
    return event;
  }

  /// With `resume: restart` the first paused day of a wait that starts on `start`.
  std::optional<Date> pause_before(Date start, Date end) const {
    const auto pause = rules_.restart ? pauses_.next(start) : std::nullopt;
    return pause && *pause < end ? pause : std::nullopt;
  }

  /// A wait without an event, judged as if it ended on `end`, which is not part of it.
  bool stretch(Date start, Date due, Date end) {
    if (end.days - 1 <= due.days) return false;
    result_.late.push_back({value::make_period(next_day(due), end), start, std::nullopt});
    return true;
  }

  void last(Date start, const Due& due) {
    if (!due.date) return;
    if (stretch(start, *due.date, rules_.to)) return;
    if (rules_.as_of <= *due.date && *due.date < rules_.over_end) {
      result_.due = due.date;
      result_.due_since = start;
    }
  }

  /// The event that ends the wait. One on the day on which it starts does so where nothing else
  /// has used it: on F, and on the day after a pause.
  std::optional<Date> next_event(Date start) {
    while (used_ < events_.size() && events_[used_] < start) ++used_;
    if (used_ == events_.size()) return std::nullopt;
    return events_[used_++];
  }

  Due due_of(std::size_t phase, Date start, bool first) {
    const WaitBounds bounds = rules_.bounds(phase, start);
    const bool use_first = first && rules_.has_first_within;
    const auto interval = use_first ? rules_.first_within : bounds.every;
    step_.first_within = use_first;
    step_.interval = interval;
    step_.tolerance = bounds.tolerance;
    if (!interval || !bounds.tolerance) return {};
    auto unpaused = add(start, *interval, context_);
    step_.after_interval = unpaused;
    if (unpaused) unpaused = add(*unpaused, *bounds.tolerance, context_);
    step_.unpaused = unpaused;
    if (!unpaused) return {};
    if (rules_.restart) return {unpaused, false};
    return moved(start, *unpaused, *interval);
  }

  Due moved(Date start, Date unpaused, const Duration& interval) {
    if (pauses_.empty()) return {unpaused, false};
    const bool working = interval.family == value::DurationFamily::kWorkingDays;
    return pauses_.moved(start, unpaused, working, context_);
  }

  /// The phase that the next wait takes; nothing where its bounds are unknown.
  std::optional<std::size_t> phase_of(Date start) {
    for (; phase_ + 1 < rules_.phases.size(); ++phase_, waits_in_phase_ = 0) {
      step_.phase_until.reset();
      const auto serves = serves_in(rules_.phases[phase_], start);
      if (!serves) return std::nullopt;
      if (*serves) break;
    }
    if (phase_ + 1 == rules_.phases.size()) step_.phase_until.reset();
    ++waits_in_phase_;
    return phase_;
  }

  std::optional<bool> serves_in(const SubjectPhase& phase, Date start) {
    if (phase.has_times) {
      if (!phase.times) return std::nullopt;
      return waits_in_phase_ < *phase.times;
    }
    step_.phase_until = phase.until_date;
    if (phase.until_date) return start < *phase.until_date;
    if (!phase.until) return std::nullopt;
    const auto unpaused = add(rules_.from, *phase.until, context_);
    if (!unpaused) return std::nullopt;
    const Due until = moved(rules_.from, *unpaused, *phase.until);
    if (until.suspended) return true;
    if (!until.date) return std::nullopt;
    step_.phase_until = until.date;
    return start < *until.date;
  }

  const WaitRules& rules_;
  const Pauses& pauses_;
  Context& context_;
  std::span<const Date> events_;
  std::vector<Date> unpaused_;  ///< those that count, where pauses take some away
  std::size_t used_ = 0;
  std::size_t phase_ = 0;
  std::int64_t waits_in_phase_ = 0;
  WaitResult result_;
  std::vector<WaitStep>* steps_;
  WaitStep step_;
};

}  // namespace

WaitResult walk_waits(const WaitRules& rules, const WaitEvents& events, Context& context,
                      std::vector<WaitStep>* steps) {
  return Walk(rules, events, context, steps).run();
}

}  // namespace remit::engine
