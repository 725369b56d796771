#include <algorithm>

#include "engine/dates.h"
#include "engine/doubt.h"
#include "engine/expression.h"
#include "engine/items.h"
#include "engine/kinds/two_runs.h"

namespace remit::engine {
namespace {

using rules::Verdict;
using value::Date;

struct Bounds {
  Date starts;  ///< the first day that counts
  Date due;
  std::int64_t times = 1;
  std::optional<Date> until;
  bool until_in_doubt = false;  ///< it may have come on any day
};

std::optional<Date> date_at(const Vector& vector, std::size_t i) {
  if (!vector.is_known(i)) return std::nullopt;
  return Date{vector.of<std::int32_t>()[vector.at(i)]};
}

/// The bounds of all subjects of a trial, computed at once.
class BoundsTable {
 public:
  BoundsTable(const rules::Deadline& kind, const Trial& trial)
      : context_(trial.context),
        trigger_(trigger_of(kind, trial)),
        within_(evaluate(*kind.within, trial.frame, trial.context)),
        counts_from_(optional(kind.counts_from, trial)),
        times_(optional(kind.times, trial)),
        until_(optional(kind.until, trial)),
        until_in_doubt_(kind.until ? in_doubt(*kind.until, trial.frame, trial.context)
                                   : Bitmap(trial.subjects.size())) {}

  /// Nothing where a bound is unknown; a missing `until` is none, unless it
  /// is in doubt.
  std::optional<Bounds> at(std::size_t i) const {
    const auto trigger = date_at(trigger_, i);
    const auto due = trigger ? due_at(i, *trigger) : std::nullopt;
    if (!due) return std::nullopt;
    Bounds bounds{*trigger, *due, 1, std::nullopt, until_in_doubt_.get(i)};
    if (counts_from_) {
      const auto from = date_at(*counts_from_, i);
      if (!from) return std::nullopt;
      bounds.starts = std::min(bounds.starts, *from);
    }
    if (times_) {
      if (!times_->is_known(i)) return std::nullopt;
      bounds.times = times_->of<std::int64_t>()[times_->at(i)];
    }
    if (until_) bounds.until = date_at(*until_, i);
    return bounds;
  }

  /// What of the bounds of a subject is known, and how the due date came about.
  DeadlineFacts facts(std::size_t i) const {
    DeadlineFacts facts;
    facts.trigger = date_at(trigger_, i);
    if (facts.trigger) facts.due = due_at(i, *facts.trigger);
    if (facts.trigger && within_.kind == value::Kind::kDuration && within_.is_known(i)) {
      facts.sum = {*facts.trigger, within_.of<value::Duration>()[within_.at(i)], facts.due};
    }
    if (const auto bounds = at(i)) {
      facts.starts = bounds->starts;
      facts.times = bounds->times;
      facts.until = bounds->until;
      facts.until_in_doubt = bounds->until_in_doubt;
    }
    return facts;
  }

 private:
  /// The trigger is the own date, known already, unless `on` is.
  static Vector trigger_of(const rules::Deadline& kind, const Trial& trial) {
    if (trial.rule.on) return evaluate(*kind.trigger, trial.frame, trial.context);
    return gather(trial.standing.own_date, trial.subjects);
  }
  static std::optional<Vector> optional(const rules::NodePtr& node, const Trial& trial) {
    if (!node) return std::nullopt;
    return evaluate(*node, trial.frame, trial.context);
  }
  std::optional<Date> due_at(std::size_t i, Date trigger) const {
    if (within_.kind == value::Kind::kDate) return date_at(within_, i);
    if (!within_.is_known(i)) return std::nullopt;
    return add(trigger, within_.of<value::Duration>()[within_.at(i)], context_);
  }

  Context& context_;
  Vector trigger_;
  Vector within_;
  std::optional<Vector> counts_from_;
  std::optional<Vector> times_;
  std::optional<Vector> until_;
  Bitmap until_in_doubt_;
};

/// A response that counts: its day, and which candidate it is.
struct Response {
  Date date;
  std::uint32_t element;
};

std::vector<Response> responses(const Candidates& candidates, std::size_t i, Date starts,
                                bool hopeful) {
  std::vector<Response> result;
  for (std::uint32_t k = candidates.starts[i]; k < candidates.starts[i + 1]; ++k) {
    const Candidate& candidate = candidates.all[k];
    if (candidate.doubtful() && !hopeful) continue;
    // An unknown date can be the first day that counts.
    const Date date = candidate.known ? candidate.period.from : starts;
    if (starts <= date) result.push_back({date, k});
  }
  std::stable_sort(result.begin(), result.end(),
                   [](const Response& a, const Response& b) { return a.date < b.date; });
  return result;
}

/// Whether `until` came in time and before enough responses.
bool is_released(const Bounds& bounds, const std::vector<Response>& sure, Date as_of) {
  if (!bounds.until || bounds.due < *bounds.until || as_of < *bounds.until) return false;
  const auto before = std::count_if(sure.begin(), sure.end(), [&](const Response& response) {
    return response.date <= *bounds.until;
  });
  return before < bounds.times;
}

RunFindings run(const Bounds& bounds, const std::vector<Response>& responses, Date as_of) {
  if (bounds.times < 1) return {};
  const auto wanted = static_cast<std::size_t>(bounds.times);
  const bool answered = responses.size() >= wanted;
  if (answered && responses[wanted - 1].date <= bounds.due) return {};
  if (!answered && as_of <= bounds.due) return {{}, bounds.due};
  Date last = answered ? responses[wanted - 1].date : as_of;
  if (bounds.until) last = std::min(last, *bounds.until);
  if (last <= bounds.due) return {};
  RunFindings findings;
  findings.violations.push_back(
      {value::make_period({bounds.due.days + 1}, {last.days + 1}), std::nullopt, {}});
  if (answered) findings.violations.back().elements = {responses[wanted - 1].element};
  return findings;
}

std::vector<DeadlineFacts::Response> facts_of(const std::vector<Response>& responses,
                                              const Candidates& candidates, std::size_t i) {
  std::vector<DeadlineFacts::Response> result;
  for (const Response& response : responses) {
    result.push_back({response.date, response.element - candidates.starts[i]});
  }
  return result;
}

void record(const Trial& trial, std::size_t i, const Candidates& candidates,
            const BoundsTable& table) {
  Recorder* recorder = trial.recorder_of(i);
  if (!recorder) return;
  DeadlineFacts facts = table.facts(i);
  facts.responses = items_of(candidates, i, trial.context);
  const auto bounds = table.at(i);
  if (bounds && !facts.responses.lost) {
    const auto sure = responses(candidates, i, bounds->starts, false);
    facts.released = is_released(*bounds, sure, trial.context.as_of);
    facts.strict = facts_of(sure, candidates, i);
    facts.hopeful = facts_of(responses(candidates, i, bounds->starts, true), candidates, i);
  }
  recorder->facts = std::move(facts);
}

}  // namespace

Ruling judge(const rules::Deadline& kind, const Trial& trial) {
  Ruling ruling;
  ruling.candidates = candidates_of(kind.response, trial.frame, trial.context);
  const BoundsTable table(kind, trial);
  const Date as_of = trial.context.as_of;
  for (std::size_t i = 0; i < trial.subjects.size(); ++i) {
    record(trial, i, ruling.candidates, table);
    const auto bounds = table.at(i);
    if (!bounds || ruling.candidates.unknown.get(i)) {
      ruling.judged.push_back(trial.finding(i, Verdict::kUnknown));
      continue;
    }
    const auto sure = responses(ruling.candidates, i, bounds->starts, false);
    if (is_released(*bounds, sure, as_of)) {
      ruling.judged.push_back(trial.finding(i, Verdict::kNotApplicable));
      continue;
    }
    if (ruling.candidates.is_certain(i) && !bounds->until_in_doubt) {
      const RunFindings findings = run(*bounds, sure, as_of);
      weigh(trial, i, findings, findings, {}, ruling);
      continue;
    }
    const auto likely = responses(ruling.candidates, i, bounds->starts, true);
    // Rows not seen can hold every answer, and an `until` in doubt can have come before all.
    const bool any = ruling.candidates.open.get(i) || bounds->until_in_doubt;
    weigh(trial, i, any ? RunFindings{} : run(*bounds, likely, as_of), run(*bounds, sure, as_of),
          doubtful_of(ruling.candidates, i), ruling);
  }
  return ruling;
}

}  // namespace remit::engine
