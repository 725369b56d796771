#include <algorithm>
#include <set>

#include "engine/reference/dates.h"
#include "engine/reference/interpreter.h"
#include "engine/reference/kinds/kind.h"
#include "engine/reference/kinds/waits.h"

// Decisions where the language page is silent:
// - Every wait takes a turn of a phase's `times`: the first one, those that start at an event, and
//   those that start after a pause, also where they have no length.
// - With `resume: restart` no due date moves out; a wait that starts on a paused day ends there.
// - `first_within` is for the wait that starts at F only, not for one that resumes.
// - `first_within` decides for the first wait whether paused working days or days are counted.
// - With `clock: restart`, `over` is cut to the effective dates before anything else.
// - A due date that cannot be told makes no doubt where its wait lies outside of the effective
//   dates as a whole.
// - Where `complete` says that nothing is known of the days before the clocks reach it, an event
// may
//   have happened on the last of them: the hopeful run counts its first wait from there. So does
//   the strict one where those days are unknown in any case, and then says nothing of what is due
//   by that wait. With phases by `times` nobody knows which one is on: unknown.
// - An event of unknown date that answers every wait leaves no wait to judge in the hopeful run.
namespace remit::engine::reference {
namespace {

/// One run over the waits of one subject.
class Waits {
 public:
  Waits(const Case& subject, const rules::Frequency& rule, const Days& over, const Days& force,
        std::optional<Date> resumed, const std::vector<Part>& events, std::vector<Part> pauses)
      : subject_(subject),
        rule_(rule),
        over_(over),
        force_(force),
        resumed_(resumed),
        end_(std::min(over.to, next_day(subject.world.as_of))),
        pauses_(std::move(pauses)),
        phases_(subject, rule, pauses_, over.from) {
    for (const Part& event : events) add_event(event.value.as<Date>());
  }

  RunResult judge() {
    start_ = resumed_.value_or(over_.from);
    bool first = !resumed_;
    while (go_on_ && !result_.unknown) {
      judge_wait(first);
      first = false;
    }
    return result_;
  }

 private:
  void add_event(Date date) {
    const bool inside = over_.from <= date && date < end_;
    if (inside && !(rule_.restart && covered(pauses_, date))) events_.insert(date);
  }

  void judge_wait(bool first) {
    const rules::Phase* phase = phases_.next(start_);
    const DueDate due = phase ? due_date(*phase, first) : DueDate{};
    const auto event = fresh_ ? events_.lower_bound(start_) : events_.upper_bound(start_);
    const auto next = event == events_.end() ? std::nullopt : std::optional{*event};
    const auto pause = rule_.restart ? first_paused(next.value_or(end_)) : std::nullopt;
    const Days span{start_, pause ? *pause : next ? next_day(*next) : end_};
    const bool unknown = due.state == DueDate::State::kUnknown;
    result_.unknown = !phase || (unknown && span.to > force_.from && span.from < force_.to);
    if (result_.unknown) return;
    if (pause) {
      end_at(due, *pause);
      resume(*pause);
    } else if (next) {
      if (late(due, *next)) result_.violations.push_back({next_day(due.date), next_day(*next)});
      start_ = *next;
      fresh_ = false;
    } else {
      end_at(due, end_);
      note_due(due);
      go_on_ = false;
    }
  }

  static bool late(const DueDate& due, Date day) {
    return due.state == DueDate::State::kDate && day > due.date;
  }

  /// The wait is judged as the last one, `end` being T.
  void end_at(const DueDate& due, Date end) {
    if (late(due, day_before(end))) result_.violations.push_back({next_day(due.date), end});
  }

  void note_due(const DueDate& due) {
    if (start_ == resumed_) return;
    if (due.state != DueDate::State::kDate || late(due, day_before(end_))) return;
    if (due.date >= subject_.world.as_of && over_.to > due.date) result_.due = due.date;
  }

  std::optional<Date> first_paused(Date before) const {
    for (Date day = start_; day < before; day = next_day(day)) {
      if (covered(pauses_, day)) return day;
    }
    return std::nullopt;
  }

  /// Starts a new wait on the first day from `paused` on that no pause covers.
  void resume(Date paused) {
    Date day = paused;
    while (day < over_.to && covered(pauses_, day) && !never_ends(day)) day = next_day(day);
    go_on_ = day < over_.to && !covered(pauses_, day);
    start_ = day;
    fresh_ = true;
  }

  /// Whether a pause without end covers the day.
  bool never_ends(Date day) const {
    return std::any_of(pauses_.begin(), pauses_.end(), [&](const Part& pause) {
      return covers(pause, day) &&
             (pause.value.is_missing() || value::is_open(pause.value.as<value::Period>()));
    });
  }

  std::optional<Date> moved(Date date, const NodePtr& duration, const Frame& frame) const {
    const auto by = evaluate_duration(subject_.world, duration, frame);
    return by ? add(subject_.world, date, *by) : std::nullopt;
  }

  DueDate due_date(const rules::Phase& phase, bool first) const {
    Frame frame = subject_.frame;
    if (rule_.since >= 0) frame.at(static_cast<std::size_t>(rule_.since)) = {start_};
    const NodePtr& every = first && rule_.first_within ? rule_.first_within : phase.every;
    const NodePtr& tolerance = phase.tolerance ? phase.tolerance : rule_.tolerance;
    auto date = moved(start_, every, frame);
    if (date && tolerance) date = moved(*date, tolerance, frame);
    if (!date) return {};
    if (rule_.restart) return {DueDate::State::kDate, *date};
    return move_out(subject_.world, pauses_, start_, *date,
                    evaluate_duration(subject_.world, every, frame)->family);
  }

  const Case& subject_;
  const rules::Frequency& rule_;
  Days over_;
  Days force_;                   ///< the days on which the rule is in force
  std::optional<Date> resumed_;  ///< what happened before this day is not known
  Date end_;                     ///< T
  std::vector<Part> pauses_;
  PhaseOrder phases_;
  std::set<Date> events_;
  Date start_;         ///< of the wait
  bool fresh_ = true;  ///< it did not start at an event: one on its first day ends it
  bool go_on_ = true;
  RunResult result_;
};

RunResult kept(RunResult result, const Days& force) {
  std::vector<Days> inside;
  for (const Days& violation : result.violations) {
    const Days part = meet(violation, force);
    if (!part.empty()) inside.push_back(part);
  }
  result.violations = std::move(inside);
  if (result.due && (*result.due < force.from || *result.due >= force.to)) result.due.reset();
  return result;
}

/// How the waits of one subject are counted.
struct Clock {
  Days over;
  Days force;
  std::optional<Date> resumed;
};

RunResult run(const Case& subject, const rules::Frequency& rule, const Clock& clock,
              const std::vector<Part>& events, const std::vector<Part>& pauses, Run mode) {
  const auto present = helpful_parts(events, mode);
  const auto paused = helpful_parts(pauses, mode);
  const auto is_lost = [](const Part& part) { return part.value.is_missing(); };
  if (std::any_of(present.begin(), present.end(), is_lost)) return {};
  Waits waits(subject, rule, clock.over, clock.force, clock.resumed, present, paused);
  return kept(waits.judge(), clock.force);
}

}  // namespace

Result test(const Case& subject, const rules::Frequency& rule) {
  const auto events = parts(subject.world, rule.event, subject.frame);
  const auto pauses = parts(subject.world, rule.pause, subject.frame);
  if (!events || !pauses) return unknown_result();
  const Days force =
      subject.rule.on ? Days{value::kFirstDate, value::kOpen} : in_force(subject.rule.effective);
  Clock hopeful{rule.clock_restart ? *subject.over : *subject.whole_over, force, {}};
  const bool put_aside = subject.over->from < subject.judged.from;
  if (put_aside) hopeful.force.from = subject.judged.from;
  const auto from = known_from(subject.world, subject.rule);
  if (from && hopeful.over.from < *from) hopeful.resumed = day_before(*from);
  const bool counted =
      std::any_of(rule.phases.begin(), rule.phases.end(),
                  [](const rules::Phase& phase) { return phase.times != nullptr; });
  if (hopeful.resumed && counted) {
    Result result = unknown_result();
    result.final = true;
    return result;
  }
  Clock strict = hopeful;
  if (!put_aside) strict.resumed.reset();
  return weigh(run(subject, rule, hopeful, *events, *pauses, Run::kHopeful),
               run(subject, rule, strict, *events, *pauses, Run::kStrict));
}

}  // namespace remit::engine::reference
