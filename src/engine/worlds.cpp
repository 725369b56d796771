#include "engine/worlds.h"

#include <cmath>

#include "engine/expression.h"
#include "engine/kinds/load.h"
#include "engine/rule_run.h"
#include "engine/standing.h"
#include "engine/subjects.h"

namespace remit::engine {
namespace {

std::optional<double> number_at(const Vector& vector, std::size_t i) {
  if (!vector.is_known(i)) return std::nullopt;
  if (vector.kind == value::Kind::kInteger) {
    return static_cast<double>(vector.of<std::int64_t>()[vector.at(i)]);
  }
  return vector.of<double>()[vector.at(i)];
}

/// The subjects to which the rule applies on the as-of date.
Indices judged_today(const Standing& standing, value::Date as_of) {
  Indices subjects;
  for (std::uint32_t i = 0; i < standing.steps.size(); ++i) {
    const auto judged = standing.judged(i);
    if (standing.steps[i] != Step::kJudge || !judged) continue;
    if (value::end_day(*judged) > as_of) subjects.push_back(i);
  }
  return subjects;
}

void add_loads(const rules::Limit& kind, const Standing& standing, Context& context,
               std::vector<Load>& result) {
  const Indices subjects = judged_today(standing, context.as_of);
  if (subjects.empty()) return;
  const FramePtr frame = narrow(standing.frame, subjects);
  const Candidates candidates = candidates_of(kind.count, frame, context);
  const PartTable parts(candidates, context);
  const Vector most = evaluate(*kind.at_most, frame, context);
  const Vector entries = frame->slot(kEntrySlot);
  for (std::size_t i = 0; i < subjects.size(); ++i) {
    const auto at_most = number_at(most, i);
    if (!at_most || !candidates.is_certain(i)) continue;
    const std::int32_t entry = entries.of<std::int32_t>()[entries.at(i)];
    const double sum = sums_on(parts.of(i), {context.as_of}).front();
    if (!std::isfinite(sum)) continue;
    result.push_back({static_cast<std::uint32_t>(entry), sum, *at_most});
  }
}

}  // namespace

RowOutcomes evaluate_worlds(const rules::RuleSet& rules, std::size_t rule,
                            const data::Dataset& data, const Options& options,
                            const std::vector<std::uint32_t>& rows, const Worlds* worlds) {
  RuleRun run(rule, rules.rules[rule], data, options, &rows, worlds);
  for (std::size_t part = 0; part < run.parts(); ++part) run.evaluate(part);
  run.finish();
  return {std::move(run.outcomes), std::move(run.entries)};
}

std::vector<Load> loads(const rules::RuleSet& rules, std::size_t rule, const data::Dataset& data,
                        const Options& options, const std::vector<std::uint32_t>& rows,
                        const Worlds* worlds) {
  std::vector<Load> result;
  const rules::Rule& one = rules.rules[rule];
  const auto* kind = std::get_if<rules::Limit>(&one.kind);
  if (!kind || !kind->at_most || kind->per != rules::Limit::Per::kDay) return result;
  std::set<CalendarMiss> misses;
  Context context{data, *one.environment, options.as_of, misses};
  context.rows = &rows;
  context.worlds = worlds;
  each_batch(one, context, [&](const Elements& subjects) {
    add_loads(*kind, standing_of(one, subjects, context), context, result);
  });
  return result;
}

}  // namespace remit::engine
