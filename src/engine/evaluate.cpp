#include "engine/evaluate.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <mutex>

#include <fmt/format.h>

#include "engine/lacking.h"
#include "engine/rule_run.h"
#include "parallel/run.h"

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

/// A part of a rule that is to be evaluated.
struct Task {
  RuleRun* run;
  std::size_t part;
};

/// Rules of one part come first: what is not cut takes the longest.
std::vector<Task> tasks_of(const std::vector<std::unique_ptr<RuleRun>>& runs) {
  std::vector<Task> tasks;
  for (const bool whole : {true, false}) {
    for (const auto& run : runs) {
      if (!run || (run->parts() == 1) != whole) continue;
      for (std::size_t part = 0; part < run->parts(); ++part) tasks.push_back({run.get(), part});
    }
  }
  return tasks;
}

/// Puts the results of all rules together in the order of the rules.
void collect(std::vector<std::unique_ptr<RuleRun>>& runs, Evaluation& evaluation) {
  std::set<CalendarMiss> misses;
  auto& outcomes = evaluation.outcomes.outcomes;
  for (std::size_t r = 0; r < runs.size(); ++r) {
    if (!runs[r]) continue;
    evaluation.outcomes.tallies[r] = runs[r]->tally;
    std::move(runs[r]->outcomes.begin(), runs[r]->outcomes.end(), std::back_inserter(outcomes));
    misses.merge(runs[r]->misses);
    runs[r].reset();
  }
  evaluation.misses.assign(misses.begin(), misses.end());
}

/// Tells how many rules are done.
class Teller {
 public:
  Teller(const Options& options, std::size_t all) : progress_(options.progress), all_(all) {}

  void one_more() {
    if (!progress_) return;
    const std::lock_guard lock(mutex_);
    progress_(++done_, all_);
  }

 private:
  const std::function<void(std::size_t, std::size_t)>& progress_;
  std::size_t all_;
  std::size_t done_ = 0;
  std::mutex mutex_;
};

}  // namespace

TooManyElements::TooManyElements(std::size_t elements, const std::string& rule)
    : std::runtime_error(fmt::format(
          "rule `{}` goes through {} rows for one subject, more than the {} that can be counted",
          rule, elements, kMostElements)),
      elements_(elements) {}

Evaluation evaluate(const rules::RuleSet& rules, const data::Dataset& data,
                    const Options& options) {
  Evaluation evaluation;
  evaluation.outcomes.tallies.resize(rules.rules.size());
  std::vector<std::unique_ptr<RuleRun>> runs(rules.rules.size());
  Teller teller(options, rules.rules.size());
  for (std::size_t r = 0; r < rules.rules.size(); ++r) {
    const rules::Rule& rule = rules.rules[r];
    auto& not_run = evaluation.outcomes.tallies[r].not_run;
    not_run = why_not_run(rule, data, options);
    if (!not_run) runs[r] = std::make_unique<RuleRun>(r, rule, data, options);
    if (runs[r] && runs[r]->parts() == 0) runs[r]->finish();
    if (!runs[r] || runs[r]->parts() == 0) teller.one_more();
  }
  const std::vector<Task> tasks = tasks_of(runs);
  const std::size_t threads = options.observer ? 1 : options.threads;
  parallel::run(tasks.size(), threads, [&](std::size_t task, std::size_t) {
    if (!tasks[task].run->evaluate(tasks[task].part)) return;
    tasks[task].run->finish();
    teller.one_more();
  });
  collect(runs, evaluation);
  return evaluation;
}

std::vector<rules::Outcome> evaluate_rows(const rules::RuleSet& rules, std::size_t rule,
                                          const data::Dataset& data, const Options& options,
                                          const std::vector<std::uint32_t>* rows) {
  RuleRun run(rule, rules.rules[rule], data, options, rows);
  for (std::size_t part = 0; part < run.parts(); ++part) run.evaluate(part);
  run.finish();
  return std::move(run.outcomes);
}

}  // namespace remit::engine
