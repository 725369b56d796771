#include "engine/evaluate.h"

#include <algorithm>
#include <tuple>

#include "engine/evaluate_rule.h"
#include "engine/lacking.h"

namespace remit::engine {
namespace {

bool is_selected(const rules::Rule& rule, const std::vector<std::string>& only) {
  const bool line = std::holds_alternative<rules::Reserve>(rule.kind);
  return only.empty() || std::any_of(only.begin(), only.end(), [&](const std::string& id) {
           return rule.id == id || (line && rule.id.starts_with(id + "."));
         });
}

std::optional<std::string> why_not_run(const rules::Rule& rule, const data::Dataset& data,
                                       const Options& options) {
  if (rule.disabled) return rule.disabled;
  if (!is_selected(rule, options.only)) return "not selected";
  return what_is_lacking(rule, data);
}

/// By rule, subject, start of the period and verdict; what has no period comes first.
auto place_in_order(const rules::Outcome& outcome) {
  const auto start = outcome.period ? std::optional(outcome.period->from) : std::nullopt;
  return std::make_tuple(outcome.rule, std::cref(outcome.subject.key), start, outcome.verdict);
}

}  // namespace

Evaluation evaluate(const rules::RuleSet& rules, const data::Dataset& data,
                    const Options& options) {
  Evaluation evaluation;
  std::set<CalendarMiss> misses;
  for (std::size_t r = 0; r < rules.rules.size(); ++r) {
    const rules::Rule& rule = rules.rules[r];
    rules::Tally tally;
    tally.not_run = why_not_run(rule, data, options);
    if (!tally.not_run) {
      Context context{data, *rule.environment, options.as_of, misses, nullptr, {}, {}, {}, {}, {}};
      context.observer = options.observer;
      tally = evaluate_rule(r, rule, options, context, evaluation.outcomes.outcomes);
    }
    evaluation.outcomes.tallies.push_back(std::move(tally));
    if (options.progress) options.progress(r + 1, rules.rules.size());
  }
  auto& outcomes = evaluation.outcomes.outcomes;
  std::stable_sort(outcomes.begin(), outcomes.end(), [](const auto& a, const auto& b) {
    return place_in_order(a) < place_in_order(b);
  });
  evaluation.misses.assign(misses.begin(), misses.end());
  return evaluation;
}

}  // namespace remit::engine
