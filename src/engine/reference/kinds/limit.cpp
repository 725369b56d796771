#include <algorithm>
#include <limits>
#include <utility>

#include "engine/reference/dates.h"
#include "engine/reference/interpreter.h"
#include "engine/reference/kinds/kind.h"
#include "engine/reference/operators.h"

// Decisions where the language page is silent:
// - With both bounds a violation is a maximal stretch outside of them, too many and too few
//   together where they touch.
// - A part that is doubtful only for its weight counts 0 against `at_most` in the hopeful run,
//   with its unit; any other doubtful part is absent there.
// - `per` with a duration: the k-th stretch is from F + k times the duration to F + (k + 1) times.
//   One that is not positive, or unknown, makes the subject unknown.
// - With `per` and `unit`, elements of equal unit count once a day, and the days are summed; an
//   element of unknown date is on a day of its own.
// - Sums are numbers, exact up to 2^53.
namespace remit::engine::reference {
namespace {

constexpr double kEnough = std::numeric_limits<double>::infinity();

struct Bounds {
  std::optional<double> at_most;
  std::optional<double> at_least;
};

/// The parts that count in one run, those for `at_most` and those for `at_least`.
struct Counted {
  std::vector<Part> against_most;
  std::vector<Part> against_least;
};

double number(const Value& value) {
  const auto* integer = std::get_if<std::int64_t>(&value.data);
  return integer ? static_cast<double>(*integer) : value.as<double>();
}

/// A missing weight that is present is enough.
double weight(const Part& part) { return part.weight.is_missing() ? kEnough : number(part.weight); }

bool only_weight_doubtful(const Part& part) {
  Part weighed = part;
  weighed.weight = {std::int64_t{0}};
  return part.weight.is_missing() && !weighed.doubtful();
}

Counted counted(const std::vector<Part>& all, Run mode) {
  if (mode == Run::kStrict) return {all, helpful_parts(all, Run::kStrict)};
  std::vector<Part> certain = helpful_parts(all, Run::kStrict);
  for (const Part& part : all) {
    if (!only_weight_doubtful(part)) continue;
    certain.push_back(part);
    certain.back().weight = {std::int64_t{0}};
  }
  return {certain, all};
}

bool same_unit(const Part& left, const Part& right) {
  return left.has_unit && right.has_unit && equal(left.unit, right.unit) == true;
}

/// The sum of what counts on one day: of equal units the largest weight.
double sum(const std::vector<Part>& parts) {
  std::vector<Part> units;
  for (const Part& part : parts) {
    const auto same = std::find_if(units.begin(), units.end(),
                                   [&](const Part& unit) { return same_unit(unit, part); });
    if (same == units.end()) {
      units.push_back(part);
    } else if (weight(part) > weight(*same)) {
      *same = part;
    }
  }
  double total = 0;
  for (const Part& unit : units) total += weight(unit);
  return total;
}

double sum_on(const std::vector<Part>& parts, Date day) {
  std::vector<Part> present;
  std::copy_if(parts.begin(), parts.end(), std::back_inserter(present),
               [&](const Part& part) { return covers(part, day); });
  return sum(present);
}

/// Of dates: the sum over the days of a stretch, and what has no known date.
double sum_in(const std::vector<Part>& parts, const Days& stretch) {
  double total = 0;
  std::vector<Part> dated;
  for (const Part& part : parts) {
    if (part.value.is_missing()) {
      total += weight(part);
    } else {
      dated.push_back(part);
    }
  }
  for (Date day = stretch.from; day < stretch.to; day = next_day(day)) total += sum_on(dated, day);
  return total;
}

/// Sums of fractions are not exact: this much is not outside of a bound.
double slack(double bound) { return 1e-9 * std::max(1.0, std::abs(bound)); }

bool too_few(const Bounds& bounds, double sum) {
  return bounds.at_least && sum < *bounds.at_least - slack(*bounds.at_least);
}

bool outside(const Bounds& bounds, double for_most, double for_least) {
  return (bounds.at_most && for_most > *bounds.at_most + slack(*bounds.at_most)) ||
         too_few(bounds, for_least);
}

RunResult run_days(const Case& subject, const Bounds& bounds, const Counted& parts) {
  RunResult result;
  result.violations = stretches_where(subject.judged, [&](Date day) {
    return outside(bounds, sum_on(parts.against_most, day), sum_on(parts.against_least, day));
  });
  return result;
}

RunResult run_stretches(const Case& subject, const Bounds& bounds, const Counted& parts,
                        const std::vector<Days>& stretches) {
  RunResult result;
  for (const Days& stretch : stretches) {
    const double for_least = sum_in(parts.against_least, stretch);
    if (stretch.to <= next_day(subject.world.as_of)) {
      if (outside(bounds, sum_in(parts.against_most, stretch), for_least)) {
        result.violations.push_back(stretch);
      }
    } else if (too_few(bounds, for_least)) {
      result.due = day_before(stretch.to);
    }
  }
  return result;
}

Date month_start(Date date, int months) {
  const auto civil = value::civil(date);
  const Date first{date.days - civil.day + 1};
  return value::add_months(first, months).value_or(value::kLastDate);
}

/// The calendar stretches, from the one that holds F on.
Days calendar_stretch(const rules::Limit& rule, Date from, int k) {
  const bool year = rule.per == rules::Limit::Per::kCalendarYear;
  const int size = year ? 12 : 1;
  const Date first = year ? month_start(from, 1 - value::civil(from).month) : month_start(from, 0);
  return {month_start(first, k * size), month_start(first, (k + 1) * size)};
}

std::optional<Date> boundary(const World& world, Date from, const value::Duration& per,
                             std::int64_t k) {
  if (k == 0) return from;
  return add(world, from, {per.count * k, per.family});
}

/// The k-th stretch, or nothing where a bound of it is unknown.
std::optional<Days> stretch(const Case& subject, const rules::Limit& rule,
                            const std::optional<value::Duration>& per, int k) {
  if (rule.per != rules::Limit::Per::kDuration) {
    return calendar_stretch(rule, subject.over->from, k);
  }
  const auto from = boundary(subject.world, subject.over->from, *per, k);
  const auto to = boundary(subject.world, subject.over->from, *per, k + 1);
  if (!from || !to) return std::nullopt;
  return Days{*from, *to};
}

/// The stretches that lie wholly in `over` and start by the as-of date; nothing where one of
/// those that start by then cannot be told.
std::optional<std::vector<Days>> all_stretches(const Case& subject, const rules::Limit& rule) {
  std::optional<value::Duration> per;
  if (rule.per == rules::Limit::Per::kDuration) {
    per = evaluate_duration(subject.world, rule.per_duration, subject.frame);
    if (!per || per->count <= 0) return std::nullopt;
  }
  std::vector<Days> found;
  Date start = subject.over->from;
  for (int k = 0; start <= subject.world.as_of && start < subject.over->to; ++k) {
    const auto each = stretch(subject, rule, per, k);
    if (!each) return std::nullopt;
    if (each->from >= subject.judged.from && each->to <= subject.over->to) found.push_back(*each);
    start = each->to;
  }
  return found;
}

std::optional<Bounds> bounds(const Case& subject, const rules::Limit& rule) {
  Bounds result;
  for (const auto& [node, bound] :
       {std::pair{rule.at_most, &result.at_most}, std::pair{rule.at_least, &result.at_least}}) {
    if (!node) continue;
    const Value value = evaluate(subject.world, *node, subject.frame);
    if (value.is_missing()) return std::nullopt;
    *bound = number(value);
  }
  return result;
}

}  // namespace

Result test(const Case& subject, const rules::Limit& rule) {
  const auto all = parts(subject.world, rule.count, subject.frame);
  const auto limits = bounds(subject, rule);
  if (!all || !limits) return unknown_result();
  const Counted hopeful = counted(*all, Run::kHopeful);
  const Counted strict = counted(*all, Run::kStrict);
  if (rule.per == rules::Limit::Per::kDay || !subject.over) {
    return weigh(run_days(subject, *limits, hopeful), run_days(subject, *limits, strict));
  }
  const auto stretches = all_stretches(subject, rule);
  if (!stretches) return unknown_result();
  return weigh(run_stretches(subject, *limits, hopeful, *stretches),
               run_stretches(subject, *limits, strict, *stretches));
}

}  // namespace remit::engine::reference
