#include "engine/kinds/load.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <set>

#include "engine/expression.h"

namespace remit::engine {
namespace {

using value::Period;

double weight_at(const Vector& weights, std::size_t i) {
  if (weights.kind == value::Kind::kInteger) {
    return static_cast<double>(weights.of<std::int64_t>()[weights.at(i)]);
  }
  return weights.of<double>()[weights.at(i)];
}

double sum(const std::vector<const Part*>& parts) {
  std::map<std::string, double> heaviest;
  for (const Part* part : parts) {
    if (!part->unit) continue;
    const auto [found, is_new] = heaviest.emplace(*part->unit, part->weight);
    if (!is_new) found->second = std::max(found->second, part->weight);
  }
  double total = 0;
  for (const Part* part : parts) {
    if (!part->unit) {
      total += part->weight;
    } else if (const auto found = heaviest.find(*part->unit); found != heaviest.end()) {
      total += found->second;
      heaviest.erase(found);
    }
  }
  return total;
}

}  // namespace

PartTable::PartTable(const Candidates& candidates, Context& context) : candidates_(candidates) {
  for (std::size_t s = 0; s < candidates.frames.size(); ++s) {
    const rules::Elements& elements = (*candidates.from)[s];
    Source source{{}, {}, elements.weight != nullptr, elements.unit != nullptr};
    const FramePtr& frame = candidates.frames[s];
    if (source.has_weight) source.weight = evaluate(*elements.weight, frame, context);
    if (source.has_unit) source.unit = evaluate(*elements.unit, frame, context);
    sources_.push_back(std::move(source));
  }
}

Part PartTable::part_of(std::uint32_t element_index) const {
  const Candidate& candidate = candidates_.all[element_index];
  const Source& source = sources_[candidate.source];
  const std::size_t i = candidate.tuple;
  const bool weighed = !source.has_weight || source.weight.is_known(i);
  const bool united = !source.has_unit || source.unit.is_known(i);
  Part part{candidate.known,
            candidate.doubtful() || !weighed || !united,
            !weighed && united && !candidate.doubtful(),
            candidate.period,
            1,
            std::nullopt,
            element_index};
  if (!weighed) part.weight = std::numeric_limits<double>::infinity();
  if (weighed && source.has_weight) part.weight = weight_at(source.weight, i);
  if (source.has_unit && united) part.unit = value::to_string(element(source.unit, i));
  return part;
}

std::vector<Part> PartTable::of(std::size_t subject) const {
  std::vector<Part> parts;
  for (std::uint32_t k = candidates_.starts[subject]; k < candidates_.starts[subject + 1]; ++k) {
    parts.push_back(part_of(k));
  }
  return parts;
}

double PartTable::heaviest(std::size_t subject) const {
  double total = 0;
  for (std::uint32_t k = candidates_.starts[subject]; k < candidates_.starts[subject + 1]; ++k) {
    const Candidate& candidate = candidates_.all[k];
    const Source& source = sources_[candidate.source];
    if (!source.has_weight) {
      total += 1;
    } else if (!source.weight.is_known(candidate.tuple)) {
      return std::numeric_limits<double>::infinity();
    } else {
      total += std::max(0.0, weight_at(source.weight, candidate.tuple));
    }
  }
  return total;
}

namespace {

double sum_on(const std::vector<Part>& parts, value::Date day) {
  std::vector<const Part*> present;
  for (const Part& part : parts) {
    if (part.covers(day)) present.push_back(&part);
  }
  return sum(present);
}

/// A sum that weights come to and leave again. It is kept with more digits than it is read with.
class RunningSum {
 public:
  void add(const Part& part) { part.unit ? change_unit(part, true) : change(part.weight, 1); }
  void take(const Part& part) { part.unit ? change_unit(part, false) : change(part.weight, -1); }
  double value() const {
    if (unlimited_ > 0) return std::numeric_limits<double>::infinity();
    return finite_ == 0 ? 0 : static_cast<double>(total_);
  }

 private:
  void change(double weight, int sign) {
    if (std::isinf(weight)) {
      unlimited_ += sign;
    } else {
      total_ += sign * static_cast<long double>(weight);
      finite_ += sign;
    }
  }
  void change_unit(const Part& part, bool comes) {
    std::multiset<double>& weights = units_[*part.unit];
    if (!weights.empty()) change(*weights.rbegin(), -1);
    if (comes) {
      weights.insert(part.weight);
    } else {
      weights.erase(weights.find(part.weight));
    }
    if (!weights.empty()) change(*weights.rbegin(), 1);
  }

  long double total_ = 0;
  int finite_ = 0;
  int unlimited_ = 0;
  std::map<std::string, std::multiset<double>> units_;
};

/// A part that begins or ends to count.
struct Turn {
  std::size_t day;
  const Part* part;
  bool comes;
};

std::vector<Turn> turns_of(const std::vector<Part>& parts, const std::vector<value::Date>& days) {
  const auto place = [&](value::Date day) {
    return static_cast<std::size_t>(std::lower_bound(days.begin(), days.end(), day) - days.begin());
  };
  std::vector<Turn> turns;
  for (const Part& part : parts) {
    const bool empty = part.known && part.period.shape == value::PeriodShape::kEmpty;
    const std::size_t from = part.known ? place(value::first_day(part.period)) : 0;
    const std::size_t to = part.known ? place(value::end_day(part.period)) : days.size();
    if (empty || from >= to) continue;
    turns.push_back({from, &part, true});
    turns.push_back({to, &part, false});
  }
  std::stable_sort(turns.begin(), turns.end(),
                   [](const Turn& a, const Turn& b) { return a.day < b.day; });
  return turns;
}

/// Whether sums of the parts are the same in any order: whole numbers, and no units.
bool are_exact(const std::vector<Part>& parts) {
  constexpr double kLarge = 1e9;
  return std::all_of(parts.begin(), parts.end(), [](const Part& part) {
    return !part.unit && std::fabs(part.weight) < kLarge && std::trunc(part.weight) == part.weight;
  });
}

std::vector<double> exact_sums(const std::vector<Part>& parts,
                               const std::vector<value::Date>& days) {
  const auto place = [&](value::Date day) {
    return static_cast<std::size_t>(std::lower_bound(days.begin(), days.end(), day) - days.begin());
  };
  std::vector<double> sums(days.size() + 1, 0);
  for (const Part& part : parts) {
    if (part.known && part.period.shape == value::PeriodShape::kEmpty) continue;
    const std::size_t from = part.known ? place(value::first_day(part.period)) : 0;
    const std::size_t to = part.known ? place(value::end_day(part.period)) : days.size();
    if (from >= to) continue;
    sums[from] += part.weight;
    sums[to] -= part.weight;
  }
  std::partial_sum(sums.begin(), sums.end(), sums.begin());
  sums.pop_back();
  return sums;
}

/// Up to so many parts are summed afresh for each day.
constexpr std::size_t kFew = 32;

}  // namespace

std::vector<double> sums_on(const std::vector<Part>& parts, const std::vector<value::Date>& days) {
  if (are_exact(parts)) return exact_sums(parts, days);
  std::vector<double> sums;
  sums.reserve(days.size());
  if (parts.size() <= kFew) {
    for (const value::Date day : days) sums.push_back(sum_on(parts, day));
    return sums;
  }
  const std::vector<Turn> turns = turns_of(parts, days);
  RunningSum sum;
  auto turn = turns.begin();
  for (std::size_t d = 0; d < days.size(); ++d) {
    for (; turn != turns.end() && turn->day == d; ++turn) {
      turn->comes ? sum.add(*turn->part) : sum.take(*turn->part);
    }
    sums.push_back(sum.value());
  }
  return sums;
}

std::vector<double> sums_in(const std::vector<Part>& parts, const std::vector<Period>& stretches) {
  double undated = 0;
  std::vector<const Part*> dated;
  for (const Part& part : parts) {
    if (part.known) {
      dated.push_back(&part);
    } else {
      undated += part.weight;
    }
  }
  const auto day_of = [](const Part* part) { return part->period.from; };
  std::stable_sort(dated.begin(), dated.end(),
                   [&](const Part* a, const Part* b) { return day_of(a) < day_of(b); });
  std::vector<double> sums;
  for (const Period& stretch : stretches) {
    auto next =
        std::lower_bound(dated.begin(), dated.end(), value::first_day(stretch),
                         [&](const Part* part, value::Date day) { return day_of(part) < day; });
    double total = undated;
    while (next != dated.end() && value::covers(stretch, day_of(*next))) {
      std::vector<const Part*> of_day;
      const value::Date day = day_of(*next);
      for (; next != dated.end() && day_of(*next) == day; ++next) of_day.push_back(*next);
      total += sum(of_day);
    }
    sums.push_back(total);
  }
  return sums;
}

}  // namespace remit::engine
