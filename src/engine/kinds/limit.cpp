#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/expression.h"
#include "engine/items.h"
#include "engine/kinds/load.h"
#include "engine/kinds/stretches.h"
#include "engine/kinds/two_runs.h"

namespace remit::engine {
namespace {

using rules::Verdict;
using value::Date;
using value::Period;

/// The bounds of one subject; an absent one never binds.
struct Bounds {
  double at_most = std::numeric_limits<double>::infinity();
  double at_least = -std::numeric_limits<double>::infinity();

  bool has_least() const { return std::isfinite(at_least); }
  bool too_many(double sum) const { return sum > at_most + slack(at_most); }
  bool too_few(double sum) const { return sum < at_least - slack(at_least); }

  /// Sums of fractions are not exact: 0.7 + 0.2 + 0.1 is a little less than 1.
  static double slack(double bound) {
    return std::isfinite(bound) ? 1e-9 * std::max(1.0, std::fabs(bound)) : 0;
  }
};

std::optional<double> number_at(const Vector& vector, std::size_t i) {
  if (!vector.is_known(i)) return std::nullopt;
  if (vector.kind == value::Kind::kInteger) {
    return static_cast<double>(vector.of<std::int64_t>()[vector.at(i)]);
  }
  return vector.of<double>()[vector.at(i)];
}

/// What one run counts against each of the two bounds; `all` must outlive it.
class Counted {
 public:
  Counted(const std::vector<Part>& all, bool hopeful, bool open) : all_(all), hopeful_(hopeful) {
    const auto doubtful = [](const Part& part) { return part.doubtful; };
    certain_ = std::none_of(all.begin(), all.end(), doubtful);
    if (open) (hopeful ? unseen_least_ : unseen_most_) = std::numeric_limits<double>::infinity();
    for (std::size_t k = 0; !certain_ && k < all.size(); ++k) {
      if (all[k].doubtful && !(hopeful && all[k].only_weight_doubtful)) continue;
      sure_.push_back(all[k]);
      if (all[k].doubtful) sure_.back().weight = 0;
    }
  }

  const std::vector<Part>& against_most() const { return hopeful_ && !certain_ ? sure_ : all_; }
  std::vector<double> most_on(const std::vector<Date>& days) const {
    return raised(sums_on(against_most(), days), unseen_most_);
  }
  std::vector<double> least_on(const std::vector<Date>& days) const {
    return raised(sums_on(against_least(), days), unseen_least_);
  }
  std::vector<double> most_in(const std::vector<Period>& stretches) const {
    return raised(sums_in(against_most(), stretches), unseen_most_);
  }
  std::vector<double> least_in(const std::vector<Period>& stretches) const {
    return raised(sums_in(against_least(), stretches), unseen_least_);
  }

  /// Days on which what is counted can change, from `from` on and before `to`, both included.
  std::vector<Date> turning_days(Date from, Date to) const;

 private:
  const std::vector<Part>& against_least() const { return hopeful_ || certain_ ? all_ : sure_; }
  static std::vector<double> raised(std::vector<double> sums, double by) {
    if (by == 0) return sums;
    for (double& sum : sums) sum += by;
    return sums;
  }

  const std::vector<Part>& all_;
  bool hopeful_;
  bool certain_ = true;
  std::vector<Part> sure_;  ///< where not all are
  double unseen_most_ = 0;  ///< the weight of rows that nobody has seen: none, or any
  double unseen_least_ = 0;
};

std::vector<Date> Counted::turning_days(Date from, Date to) const {
  std::vector<Date> days{from, to};
  // Whatever is sure is among all.
  for (const Part& part : all_) {
    if (!part.known) continue;
    for (const Date day : {value::first_day(part.period), value::end_day(part.period)}) {
      if (from < day && day < to) days.push_back(day);
    }
  }
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

/// The candidates that count on a day.
Indices present_on(const std::vector<Part>& parts, Date day) {
  Indices elements;
  for (const Part& part : parts) {
    if (part.covers(day)) elements.push_back(part.element);
  }
  return elements;
}

Indices doubtful_parts(const std::vector<Part>& parts) {
  Indices elements;
  for (const Part& part : parts) {
    if (part.doubtful) elements.push_back(part.element);
  }
  return elements;
}

/// The candidates that count in a stretch.
Indices present_in(const std::vector<Part>& parts, const Period& stretch) {
  Indices elements;
  for (const Part& part : parts) {
    if (part.known && value::covers(stretch, part.period.from)) elements.push_back(part.element);
  }
  return elements;
}

RunFindings run_days(const Bounds& bounds, const Counted& parts, Date from, Date to) {
  const std::vector<Date> days = parts.turning_days(from, to);
  const std::vector<double> all_most = parts.most_on(days);
  const std::vector<double> all_least = bounds.has_least() ? parts.least_on(days) : all_most;
  RunFindings findings;
  for (std::size_t d = 0; d + 1 < days.size(); ++d) {
    const double most = all_most[d];
    const double least = all_least[d];
    const bool above = bounds.too_many(most);
    if (!above && !bounds.too_few(least)) continue;
    const double peak = above ? most : least;
    auto& violations = findings.violations;
    if (!violations.empty() && violations.back().period.to == days[d]) {
      auto& last = violations.back();
      last.period.to = days[d + 1];
      last.peak = above ? std::max(*last.peak, peak) : std::min(*last.peak, peak);
      continue;
    }
    violations.push_back({value::make_period(days[d], days[d + 1]), peak,
                          present_on(parts.against_most(), days[d])});
  }
  return findings;
}

RunFindings run_stretches(const Bounds& bounds, const Counted& parts,
                          const std::vector<Period>& stretches, Date as_of) {
  const std::vector<double> all_most = parts.most_in(stretches);
  const std::vector<double> all_least = bounds.has_least() ? parts.least_in(stretches) : all_most;
  RunFindings findings;
  for (std::size_t s = 0; s < stretches.size(); ++s) {
    const Period& stretch = stretches[s];
    const double most = all_most[s];
    const double least = all_least[s];
    if (as_of.days + 1 < stretch.to.days) {
      if (bounds.too_few(least)) findings.due = Date{stretch.to.days - 1};
    } else if (bounds.too_many(most) || bounds.too_few(least)) {
      findings.violations.push_back({stretch, bounds.too_many(most) ? most : least,
                                     present_in(parts.against_most(), stretch)});
    }
  }
  return findings;
}

/// What an account tells of the elements that count: their places among the subject's.
std::vector<std::size_t> places(const Indices& elements, std::uint32_t first) {
  std::vector<std::size_t> result;
  for (const std::uint32_t element : elements) result.push_back(element - first);
  return result;
}

using Stretches = std::vector<LimitFacts::Stretch>;

Stretches facts_of_days(const Bounds& bounds, const Counted& parts, Date from, Date to,
                        std::uint32_t first) {
  Stretches result;
  const std::vector<Date> days = parts.turning_days(from, to);
  const std::vector<double> all_most = parts.most_on(days);
  const std::vector<double> all_least = parts.least_on(days);
  for (std::size_t d = 0; d + 1 < days.size(); ++d) {
    const double most = all_most[d];
    const double least = all_least[d];
    result.push_back({value::make_period(days[d], days[d + 1]), most, least, bounds.too_many(most),
                      bounds.too_few(least), false,
                      places(present_on(parts.against_most(), days[d]), first)});
  }
  return result;
}

Stretches facts_of_stretches(const Bounds& bounds, const Counted& parts,
                             const std::vector<Period>& stretches, Date as_of,
                             std::uint32_t first) {
  const std::vector<double> all_most = parts.most_in(stretches);
  const std::vector<double> all_least = parts.least_in(stretches);
  Stretches result;
  for (std::size_t s = 0; s < stretches.size(); ++s) {
    const Period& stretch = stretches[s];
    const double most = all_most[s];
    const double least = all_least[s];
    result.push_back({stretch, most, least, bounds.too_many(most), bounds.too_few(least),
                      as_of.days + 1 < stretch.to.days,
                      places(present_in(parts.against_most(), stretch), first)});
  }
  return result;
}

class LimitTrial {
 public:
  LimitTrial(const rules::Limit& kind, const Trial& trial, Ruling& ruling)
      : kind_(kind), trial_(trial), ruling_(ruling), parts_(ruling.candidates, trial.context) {
    if (kind.at_most) at_most_ = evaluate(*kind.at_most, trial.frame, trial.context);
    if (kind.at_least) at_least_ = evaluate(*kind.at_least, trial.frame, trial.context);
    if (kind.per_duration) per_ = evaluate(*kind.per_duration, trial.frame, trial.context);
  }

  void judge(std::size_t i) {
    const auto bounds = bounds_at(i);
    const auto stretches = stretches_at(i);
    record(i, bounds, stretches);
    if (!bounds || !stretches || ruling_.candidates.unknown.get(i)) {
      ruling_.judged.push_back(trial_.finding(i, Verdict::kUnknown));
      return;
    }
    if (can_pass_only(*bounds, i)) return;
    const std::vector<Part> all = parts_.of(i);
    const bool open = ruling_.candidates.open.get(i);
    const RunFindings strict = run(*bounds, Counted(all, false, open), i, *stretches);
    Indices doubtful = doubtful_parts(all);
    if (doubtful.empty() && !open) {
      weigh(trial_, i, strict, strict, {}, ruling_);
    } else {
      weigh(trial_, i, run(*bounds, Counted(all, true, open), i, *stretches), strict,
            std::move(doubtful), ruling_);
    }
  }

 private:
  /// Whether even all parts together would not be too many, and nothing can be too little.
  bool can_pass_only(const Bounds& bounds, std::size_t i) const {
    if (kind_.at_least || ruling_.candidates.open.get(i) || trial_.recorder_of(i)) return false;
    return !bounds.too_many(parts_.heaviest(i));
  }

  void record(std::size_t i, const std::optional<Bounds>& bounds,
              const std::optional<std::vector<Period>>& stretches) const {
    Recorder* recorder = trial_.recorder_of(i);
    if (!recorder) return;
    LimitFacts facts;
    facts.count = items_of(ruling_.candidates, i, trial_.context);
    const std::uint32_t first = ruling_.candidates.starts[i];
    const std::vector<Part> all = parts_.of(i);
    for (const Part& part : all) facts.parts.push_back(fact_of(part, first));
    if (kind_.at_most) facts.at_most = number_at(at_most_, i);
    if (kind_.at_least) facts.at_least = number_at(at_least_, i);
    facts.in_stretches = in_stretches();
    if (bounds && stretches) {
      const bool open = ruling_.candidates.open.get(i);
      facts.hopeful = facts_of_run(*bounds, Counted(all, true, open), i, *stretches);
      facts.strict = facts_of_run(*bounds, Counted(all, false, open), i, *stretches);
    }
    recorder->facts = std::move(facts);
  }

  LimitFacts::Part fact_of(const Part& part, std::uint32_t first) const {
    LimitFacts::Part fact{part.element - first, std::nullopt, false, part.unit, part.doubtful};
    if (std::isfinite(part.weight)) fact.weight = part.weight;
    const auto source = ruling_.candidates.all[part.element].source;
    fact.has_unit = kind_.count[source].unit != nullptr;
    return fact;
  }

  Stretches facts_of_run(const Bounds& bounds, const Counted& parts, std::size_t i,
                         const std::vector<Period>& stretches) const {
    const std::uint32_t first = ruling_.candidates.starts[i];
    if (in_stretches()) {
      return facts_of_stretches(bounds, parts, stretches, trial_.context.as_of, first);
    }
    const auto judged = trial_.standing.judged(trial_.subjects[i]);
    return facts_of_days(bounds, parts, judged->from, judged->to, first);
  }

  bool in_stretches() const { return kind_.over && kind_.per != rules::Limit::Per::kDay; }

  RunFindings run(const Bounds& bounds, const Counted& parts, std::size_t i,
                  const std::vector<Period>& stretches) const {
    if (in_stretches()) return run_stretches(bounds, parts, stretches, trial_.context.as_of);
    const auto judged = trial_.standing.judged(trial_.subjects[i]);
    return run_days(bounds, parts, judged->from, judged->to);
  }

  std::optional<Bounds> bounds_at(std::size_t i) const {
    Bounds bounds;
    if (kind_.at_most) {
      const auto most = number_at(at_most_, i);
      if (!most) return std::nullopt;
      bounds.at_most = *most;
    }
    if (kind_.at_least) {
      const auto least = number_at(at_least_, i);
      if (!least) return std::nullopt;
      bounds.at_least = *least;
    }
    return bounds;
  }

  std::optional<std::vector<Period>> stretches_at(std::size_t i) const {
    if (!in_stretches()) return std::vector<Period>{};
    std::optional<value::Duration> duration;
    if (kind_.per_duration) {
      if (!per_.is_known(i)) return std::nullopt;
      duration = per_.of<value::Duration>()[per_.at(i)];
    }
    auto stretches = stretches_of(kind_.per, duration, trial_.period(i).cut, trial_.context);
    if (stretches) {
      const Date from = trial_.period(i).from;
      std::erase_if(*stretches, [&](const Period& stretch) { return stretch.from < from; });
    }
    return stretches;
  }

  const rules::Limit& kind_;
  const Trial& trial_;
  Ruling& ruling_;
  PartTable parts_;
  Vector at_most_;
  Vector at_least_;
  Vector per_;
};

}  // namespace

Ruling judge(const rules::Limit& kind, const Trial& trial) {
  Ruling ruling;
  ruling.candidates = candidates_of(kind.count, trial.frame, trial.context);
  LimitTrial limit(kind, trial, ruling);
  for (std::size_t i = 0; i < trial.subjects.size(); ++i) limit.judge(i);
  return ruling;
}

}  // namespace remit::engine
