#include <algorithm>

#include "engine/expression.h"
#include "engine/items.h"
#include "engine/kinds/two_runs.h"
#include "engine/plain_waits.h"
#include "engine/wait_bounds.h"
#include "engine/waits.h"

namespace remit::engine {
namespace {

using rules::Verdict;
using value::Date;
using value::Period;

/// Events and pauses of one subject in one run: the hopeful one has the doubtful ones as well,
/// the strict one has not.
struct Run {
  WaitEvents waits{{}, Pauses({})};
  bool all_answered = false;  ///< an event on an unknown date answers every wait, a pause of
                              ///< unknown length covers every day
};

template <typename F>
void each_in(const Candidates& candidates, std::size_t i, F f) {
  for (std::uint32_t k = candidates.starts[i]; k < candidates.starts[i + 1]; ++k) {
    f(k, candidates.all[k]);
  }
}

void take_events(const Candidates& events, const WaitRules& rules, std::size_t i, bool hopeful,
                 Run& run) {
  std::vector<Date>& dates = run.waits.events;
  dates.clear();
  run.all_answered = hopeful && events.open.get(i);
  each_in(events, i, [&](std::uint32_t, const Candidate& event) {
    if (event.doubtful() && !hopeful) return;
    if (!event.known) run.all_answered = true;
    const Date date = event.period.from;
    if (event.known && rules.from <= date && date < rules.to) dates.push_back(date);
  });
  if (!std::is_sorted(dates.begin(), dates.end())) std::sort(dates.begin(), dates.end());
  dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
}

void take_pauses(const Candidates& pauses, std::size_t i, bool hopeful, Run& run) {
  std::vector<Period> paused;
  if (hopeful && pauses.open.get(i)) run.all_answered = true;
  each_in(pauses, i, [&](std::uint32_t, const Candidate& pause) {
    if (pause.doubtful() && !hopeful) return;
    if (!pause.known) run.all_answered = true;
    if (pause.known) paused.push_back(pause.period);
  });
  run.waits.pauses = Pauses(std::move(paused));
}

/// The days on which the rule is in force. A rule with `on` is dated by that as a whole.
Period force_of(const rules::Rule& rule) {
  Period force{value::kFirstDate, value::kOpen, value::PeriodShape::kSpan};
  if (rule.on) return force;
  if (rule.effective.from) force.from = *rule.effective.from;
  if (rule.effective.to) force.to = Date{rule.effective.to->days + 1};
  return force;
}

/// The part of a violation inside `effective`; nothing where there is none.
std::optional<Period> kept(const Period& period, const Period& force) {
  const Date from = std::max(period.from, force.from);
  const Date to = std::min(period.to, force.to);
  if (to <= from) return std::nullopt;
  return value::make_period(from, to);
}

/// The judgement of the subjects of one batch.
class FrequencyTrial {
 public:
  FrequencyTrial(const rules::Frequency& kind, const Trial& trial, Ruling& ruling)
      : kind_(kind),
        trial_(trial),
        ruling_(ruling),
        force_(force_of(trial.rule)),
        pauses_(ruling.pauses),
        frames_(kind, trial.frame, trial.context) {}

  void judge_all() {
    const auto size = trial_.subjects.size();
    for (std::size_t i = 0; frames_.needs_starts() && i < size; ++i) {
      prepare(i);
      frames_.add_starts(i, rules_, strict_.waits);
      frames_.add_starts(i, rules_, hopeful().waits);
    }
    frames_.evaluate_bounds();
    for (std::size_t i = 0; i < size; ++i) {
      prepare(i);
      judge_one(i, rules_, strict_, hopeful());
    }
  }

 private:
  /// Sets the rules and the runs of a subject; without doubt both runs are one.
  void prepare(std::size_t i) {
    set_rules(i);
    doubt_ = !ruling_.candidates.is_certain(i) || !pauses_.is_certain(i);
    set_run(strict_, i, false);
    if (doubt_) set_run(hopeful_, i, true);
  }

  const Run& hopeful() const { return doubt_ ? hopeful_ : strict_; }

  void set_run(Run& run, std::size_t i, bool hopeful) {
    take_events(ruling_.candidates, rules_, i, hopeful, run);
    take_pauses(pauses_, i, hopeful, run);
  }

  void set_rules(std::size_t i) {
    const OwnPeriod& own = trial_.period(i);
    WaitRules& rules = rules_;
    frames_.set_rules(i, rules);
    rules.restart = kind_.restart;
    rules.as_of = trial_.context.as_of;
    const Period& clock = kind_.clock_restart ? own.cut : own.over;
    rules.from = value::first_day(clock);
    rules.over_end = value::end_day(clock);
    rules.to = std::min(rules.over_end, Date{rules.as_of.days + 1});
    rules.force = force_;
    if (own.before) rules.force.from = own.from;
    const auto& known_from = trial_.context.known_from;
    rules.resumed.reset();
    // Something may have happened on the last day of which nothing is known.
    if (known_from && rules.from < *known_from) rules.resumed = Date{known_from->days - 1};
    rules.bounds = [this, i](std::size_t phase, Date since) {
      return frames_.bounds(i, phase, since);
    };
  }

  void judge_one(std::size_t i, const WaitRules& rules, const Run& strict, const Run& hopeful) {
    FrequencyFacts* facts = facts_of(i, rules);
    const bool lost = ruling_.candidates.unknown.get(i) || pauses_.unknown.get(i);
    if (lost) return unknown(i, std::nullopt);
    if (rules.resumed && has_counted_phases(rules)) return uncountable(i);
    const WaitResult sure = walk_strict(i, rules, strict, facts);
    if (facts) facts->hopeful = {facts->strict.waits, hopeful.all_answered};
    std::optional<WaitResult> other;
    if (hopeful.all_answered) {
      other.emplace().unknown = sure.unknown;
    } else if (rules.resumed || doubt_) {
      if (facts) facts->hopeful.waits.clear();
      other = walk(i, rules, hopeful.waits, facts ? &facts->hopeful.waits : nullptr);
    }
    const WaitResult& best = other ? *other : sure;
    note_readings(i, best, sure, rules.force);
    if (sure.unknown || best.unknown) {
      return unknown(i, sure.unknown ? sure.unknown_since : best.unknown_since);
    }
    const auto violations = kept_of(best, rules.force);
    for (const auto& [period, wait] : violations) violation(i, period, wait, rules);
    if (other && periods_of(violations) != periods_of(kept_of(sure, rules.force))) {
      return unknown(i, std::nullopt);
    }
    if (sure.due && value::covers(rules.force, *sure.due)) due(i, sure);
  }

  WaitResult walk_strict(std::size_t i, const WaitRules& rules, const Run& strict,
                         FrequencyFacts* facts) const {
    std::vector<WaitStep>* steps = facts ? &facts->strict.waits : nullptr;
    // Where the days before are put aside, what they would have led to is no doubt about the rest.
    const bool resumed = rules.resumed && trial_.period(i).before;
    if (resumed || !rules.resumed) {
      WaitResult sure = walk(i, rules, strict.waits, steps);
      if (resumed && sure.due_since == rules.resumed) sure.due.reset();
      return sure;
    }
    WaitRules from_start = rules;
    from_start.resumed.reset();
    return walk(i, from_start, strict.waits, steps);
  }

  WaitResult walk(std::size_t i, const WaitRules& rules, const WaitEvents& events,
                  std::vector<WaitStep>* steps) const {
    const bool plain = rules.phases.size() == 1 && !frames_.needs_starts() &&
                       events.pauses.empty() && steps == nullptr;
    if (!plain) return walk_waits(rules, events, trial_.context, steps);
    return walk_plain_waits(rules, frames_.bounds(i, 0, rules.from), events.events, trial_.context);
  }

  static bool has_counted_phases(const WaitRules& rules) {
    return std::any_of(rules.phases.begin(), rules.phases.end(),
                       [](const SubjectPhase& phase) { return phase.has_times; });
  }

  /// Nobody knows how many waits there were before, nor then which phase is on.
  void uncountable(std::size_t i) {
    Judged judged = trial_.finding(i, Verdict::kUnknown);
    judged.note = trial_.context.known_note;
    judged.final = true;
    ruling_.judged.push_back(std::move(judged));
  }

  using Kept = std::vector<std::pair<Period, LateWait>>;
  static Kept kept_of(const WaitResult& result, const Period& force) {
    Kept violations;
    for (const LateWait& wait : result.late) {
      if (const auto part = kept(wait.period, force)) {
        violations.emplace_back(*part, wait);
      }
    }
    return violations;
  }

  static std::vector<Period> periods_of(const Kept& violations) {
    std::vector<Period> periods;
    for (const auto& [period, wait] : violations) periods.push_back(period);
    return periods;
  }

  /// Where to note how the subject is judged; null where that is not asked.
  FrequencyFacts* facts_of(std::size_t i, const WaitRules& rules) const {
    Recorder* recorder = trial_.recorder_of(i);
    if (!recorder) return nullptr;
    auto& facts = recorder->facts.emplace<FrequencyFacts>();
    facts.events = items_of(ruling_.candidates, i, trial_.context);
    facts.pauses = items_of(pauses_, i, trial_.context);
    facts.from = rules.from;
    facts.to = rules.to;
    facts.over_end = rules.over_end;
    facts.force = rules.force;
    return &facts;
  }

  void note_readings(std::size_t i, const WaitResult& hopeful, const WaitResult& strict,
                     const Period& force) const {
    Recorder* recorder = trial_.recorder_of(i);
    if (!recorder || hopeful.unknown || strict.unknown) return;
    const auto reading = [&](const WaitResult& result) {
      const bool due = result.due && value::covers(force, *result.due);
      return ReadingResult{periods_of(kept_of(result, force)), due ? result.due : std::nullopt};
    };
    recorder->readings = Readings{reading(hopeful), reading(strict)};
  }

  void unknown(std::size_t i, std::optional<Date> since) {
    Judged judged = trial_.finding(i, Verdict::kUnknown);
    judged.since = since;
    judged.elements = doubtful_of(ruling_.candidates, i);
    judged.pauses = doubtful_of(pauses_, i);
    ruling_.judged.push_back(std::move(judged));
  }

  void violation(std::size_t i, const Period& period, const LateWait& wait,
                 const WaitRules& rules) {
    Judged judged = trial_.finding(i, Verdict::kViolation);
    if (rules.resumed == wait.start) judged.note = trial_.context.known_note;
    judged.period = period;
    judged.since = wait.start;
    explain(judged, i, wait.start);
    if (wait.end) explain(judged, i, *wait.end);
    each_in(pauses_, i, [&](std::uint32_t k, const Candidate& pause) {
      const bool met = pause.known && wait.start < value::end_day(pause.period) &&
                       value::first_day(pause.period) < period.to;
      if (met) judged.pauses.push_back(k);
    });
    ruling_.judged.push_back(std::move(judged));
  }

  void due(std::size_t i, const WaitResult& result) {
    Judged judged = trial_.finding(i, Verdict::kDue);
    judged.period.reset();
    judged.due = result.due;
    judged.since = result.due_since;
    if (result.due_since) explain(judged, i, *result.due_since);
    ruling_.judged.push_back(std::move(judged));
  }

  /// The event of that day is a part of the explanation.
  void explain(Judged& judged, std::size_t i, Date date) const {
    each_in(ruling_.candidates, i, [&](std::uint32_t k, const Candidate& event) {
      if (event.known && event.period.from == date) judged.elements.push_back(k);
    });
  }

  const rules::Frequency& kind_;
  const Trial& trial_;
  Ruling& ruling_;
  Period force_;
  const Candidates& pauses_;
  WaitBoundsTable frames_;
  // Of the subject that is judged.
  WaitRules rules_;
  Run strict_;
  Run hopeful_;
  bool doubt_ = false;
};

}  // namespace

Ruling judge(const rules::Frequency& kind, const Trial& trial) {
  Ruling ruling;
  ruling.candidates = candidates_of(kind.event, trial.frame, trial.context);
  ruling.pauses = candidates_of(kind.pause, trial.frame, trial.context);
  FrequencyTrial(kind, trial, ruling).judge_all();
  return ruling;
}

}  // namespace remit::engine
