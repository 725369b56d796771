#include <algorithm>

#include "engine/expression.h"
#include "engine/items.h"
#include "engine/kinds/two_runs.h"
#include "engine/runs.h"

namespace remit::engine {
namespace {

using rules::Verdict;
using value::Date;
using value::Period;

/// The stretches of [from, to) longer than `grace` days that no stretch covers.
std::vector<Period> gaps(const std::vector<Period>& stretches, Date from, Date to,
                         std::int64_t grace) {
  std::vector<Period> result;
  Date day = from;
  const auto close = [&](Date end) {
    if (std::int64_t{end.days} - day.days > grace && day < end) {
      result.push_back(value::make_period(day, end));
    }
  };
  for (const Period& stretch : stretches) {
    if (to <= stretch.from) break;
    if (day < stretch.from) close(stretch.from);
    day = std::max(day, stretch.to);
    if (to <= day) break;
  }
  if (day < to) close(to);
  return result;
}

/// The periods of one run: hopeful takes the doubtful ones, strict leaves them out.
std::vector<Period> periods_of(const Candidates& candidates, std::size_t i, bool hopeful) {
  std::vector<Period> periods;
  for (std::uint32_t k = candidates.starts[i]; k < candidates.starts[i + 1]; ++k) {
    const Candidate& candidate = candidates.all[k];
    if (!hopeful && candidate.doubtful()) continue;
    // A period that nobody knows may cover every day.
    periods.push_back(candidate.known
                          ? candidate.period
                          : Period{value::kFirstDate, value::kOpen, value::PeriodShape::kSpan});
  }
  return united(std::move(periods));
}

/// What explains a gap: the last period that ends before it and the first one after it.
Indices around(const Candidates& candidates, std::size_t i, const Period& gap) {
  std::optional<std::uint32_t> before;
  std::optional<std::uint32_t> after;
  const auto period = [&](std::uint32_t k) { return candidates.all[k].period; };
  for (std::uint32_t k = candidates.starts[i]; k < candidates.starts[i + 1]; ++k) {
    if (candidates.all[k].doubtful()) continue;
    if (value::end_day(period(k)) <= gap.from &&
        (!before || value::end_day(period(*before)) < value::end_day(period(k)))) {
      before = k;
    }
    if (gap.to <= value::first_day(period(k)) &&
        (!after || value::first_day(period(k)) < value::first_day(period(*after)))) {
      after = k;
    }
  }
  Indices elements;
  if (before) elements.push_back(*before);
  if (after) elements.push_back(*after);
  return elements;
}

/// The last day covered without a break from `as_of` on, where a later day of `own` is not.
std::optional<Date> due_of(const std::vector<Period>& stretches, const OwnPeriod& own, Date as_of) {
  for (const Period& stretch : stretches) {
    if (!value::covers(stretch, as_of)) continue;
    if (stretch.to < value::end_day(own.cut)) return Date{stretch.to.days - 1};
  }
  return std::nullopt;
}

RunFindings run(const Trial& trial, const Candidates& candidates, std::size_t i, std::int64_t grace,
                bool hopeful) {
  const OwnPeriod& own = trial.period(i);
  const Date as_of = trial.context.as_of;
  const auto stretches = periods_of(candidates, i, hopeful);
  RunFindings findings;
  const bool unseen = hopeful && candidates.open.get(i);
  for (const Period& gap : gaps(stretches, own.from, own.to, grace)) {
    if (unseen) break;
    findings.violations.push_back({gap, std::nullopt, around(candidates, i, gap)});
  }
  if (own.to.days == as_of.days + 1) findings.due = due_of(stretches, own, as_of);
  return findings;
}

/// Whether one period that is certain covers all that is judged, and all that could be due: then
/// there is nothing to find, whatever the others are.
bool is_covered_by_one(const Candidates& candidates, std::size_t i, const OwnPeriod& own,
                       Date as_of) {
  const Date end = own.to.days == as_of.days + 1 ? value::end_day(own.cut) : own.to;
  for (std::uint32_t k = candidates.starts[i]; k < candidates.starts[i + 1]; ++k) {
    const Candidate& candidate = candidates.all[k];
    if (candidate.doubtful() || candidate.period.shape != value::PeriodShape::kSpan) continue;
    if (candidate.period.from <= own.from && end <= candidate.period.to) return true;
  }
  return false;
}

CoverFacts::Run facts_of_run(const OwnPeriod& own, std::vector<Period> stretches) {
  CoverFacts::Run run;
  run.uncovered = gaps(stretches, own.from, own.to, 0);
  run.covered = std::move(stretches);
  return run;
}

void record(const Trial& trial, std::size_t i, const Candidates& candidates, const Vector& grace) {
  Recorder* recorder = trial.recorder_of(i);
  if (!recorder) return;
  CoverFacts facts;
  facts.by = items_of(candidates, i, trial.context);
  if (grace.is_known(i)) facts.grace = grace.of<value::Duration>()[grace.at(i)];
  facts.hopeful = facts_of_run(trial.period(i), periods_of(candidates, i, true));
  facts.strict = facts_of_run(trial.period(i), periods_of(candidates, i, false));
  recorder->facts = std::move(facts);
}

}  // namespace

Ruling judge(const rules::Cover& kind, const Trial& trial) {
  Ruling ruling;
  ruling.candidates = candidates_of(kind.by, trial.frame, trial.context);
  const Vector grace =
      kind.grace ? evaluate(*kind.grace, trial.frame, trial.context)
                 : constant_vector({value::Duration{}}, value::type(value::Kind::kDuration),
                                   trial.subjects.size());
  for (std::size_t i = 0; i < trial.subjects.size(); ++i) {
    record(trial, i, ruling.candidates, grace);
    if (!grace.is_known(i) || ruling.candidates.unknown.get(i)) {
      ruling.judged.push_back(trial.finding(i, Verdict::kUnknown));
      continue;
    }
    const bool asked = trial.recorder_of(i) != nullptr;
    if (!asked && is_covered_by_one(ruling.candidates, i, trial.period(i), trial.context.as_of)) {
      continue;
    }
    const std::int64_t days = grace.of<value::Duration>()[grace.at(i)].count;
    const RunFindings strict = run(trial, ruling.candidates, i, days, false);
    if (ruling.candidates.is_certain(i)) {
      weigh(trial, i, strict, strict, {}, ruling);
    } else {
      weigh(trial, i, run(trial, ruling.candidates, i, days, true), strict,
            doubtful_of(ruling.candidates, i), ruling);
    }
  }
  return ruling;
}

}  // namespace remit::engine
