#include "measure/coverage.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "engine/evaluate.h"
#include "measure/conditions.h"

namespace remit::measure {
namespace {

using engine::Seen;
using rules::Verdict;

/// Sorts what is seen by the number of the condition.
class Recorder : public engine::Observer {
 public:
  Recorder(const std::vector<Condition>& conditions, std::vector<Seen>& seen) : seen_(seen) {
    for (std::size_t i = 0; i < conditions.size(); ++i) numbers_[conditions[i].node].push_back(i);
  }
  void condition(const lang::typed::Node& node, const Seen& seen) override {
    const auto found = numbers_.find(&node);
    if (found == numbers_.end()) return;
    for (const std::size_t number : found->second) seen_[number] |= seen;
  }

 private:
  std::map<const lang::typed::Node*, std::vector<std::size_t>> numbers_;
  std::vector<Seen>& seen_;
};

/// What all cases of one rule show.
struct Observed {
  std::vector<Seen> conditions;
  std::set<Verdict> verdicts;
  std::set<std::string> uses;
};

/// Without outcomes: to explain one, conditions are asked for that decided nothing.
void watch(const rules::RuleSet& rules, const Trial& trial, Recorder& recorder) {
  engine::Options options = cases::options_of(trial.test);
  options.verdicts.clear();
  options.observer = &recorder;
  engine::evaluate(rules, *trial.data, options);
}

Observed observe(const Target& target, std::size_t conditions, bool has_uses) {
  Observed observed;
  observed.conditions.resize(conditions);
  std::map<const rules::Rule*, std::vector<Condition>> variants;
  for (const Trial& trial : target.trials) {
    auto [variant, is_new] = variants.try_emplace(trial.rule);
    if (is_new) variant->second = conditions_of(*trial.rule);
    const rules::RuleSet rules = alone(*trial.rule, *trial.rules);
    Recorder recorder(variant->second, observed.conditions);
    watch(rules, trial, recorder);
    const auto evaluation = engine::evaluate(rules, *trial.data, cases::options_of(trial.test));
    for (const auto& outcome : evaluation.outcomes.outcomes) {
      observed.verdicts.insert(outcome.verdict);
    }
    if (has_uses) observed.uses.merge(uses_seen(trial, rules, evaluation.outcomes.outcomes));
  }
  return observed;
}

std::size_t count(const Seen& seen) {
  return (seen.is_true ? 1U : 0U) + (seen.is_false ? 1U : 0U) + (seen.is_unknown ? 1U : 0U);
}

Seen lacking(const Seen& possible, const Seen& seen) {
  return {possible.is_true && !seen.is_true, possible.is_false && !seen.is_false,
          possible.is_unknown && !seen.is_unknown};
}

void add(const Condition& condition, const Seen& seen, RuleCoverage& rule) {
  const Seen missing = lacking(condition.possible, seen);
  rule.possible += count(condition.possible);
  rule.seen += count(condition.possible) - count(missing);
  if (count(missing) > 0) rule.gaps.push_back({condition.place, condition.where, missing});
}

void add(const Use& use, bool seen, RuleCoverage& rule) {
  ++rule.possible;
  rule.seen += seen ? 1U : 0U;
  if (!seen) rule.unused.push_back(use);
}

/// The conditions of a definition, over all rules that use it.
struct Shared {
  std::string name;
  std::vector<Condition> conditions;
  std::vector<Seen> seen;
  std::size_t cases = 0;
};

class Collector {
 public:
  void add_rule(const Target& target) {
    const std::vector<Condition> conditions = conditions_of(*target.rule);
    const std::vector<Use> uses = uses_of(*target.rule);
    const Observed observed = observe(target, conditions.size(), !uses.empty());
    RuleCoverage rule;
    rule.name = target.rule->id;
    rule.cases = target.trials.size();
    for (std::size_t i = 0; i < conditions.size(); ++i) {
      if (!conditions[i].shared) add(conditions[i], observed.conditions[i], rule);
    }
    for (const Use& use : uses) add(use, observed.uses.contains(use.key), rule);
    add_shared(target, conditions, observed.conditions);
    for (const Verdict verdict : possible_verdicts(*target.rule)) {
      const bool seen = observed.verdicts.contains(verdict);
      ++rule.possible;
      rule.seen += seen ? 1U : 0U;
      if (!seen) rule.verdicts.push_back(verdict);
    }
    rules_.push_back(std::move(rule));
  }

  Coverage finish() {
    Coverage coverage;
    for (const Shared& each : shared_) {
      RuleCoverage& rule = rules_.emplace_back();
      rule.name = each.name;
      rule.cases = each.cases;
      for (std::size_t i = 0; i < each.conditions.size(); ++i) {
        add(each.conditions[i], each.seen[i], rule);
      }
    }
    coverage.rules = std::move(rules_);
    for (const RuleCoverage& rule : coverage.rules) {
      coverage.possible += rule.possible;
      coverage.seen += rule.seen;
    }
    return coverage;
  }

 private:
  void add_shared(const Target& target, const std::vector<Condition>& conditions,
                  const std::vector<Seen>& seen) {
    std::map<std::string, std::size_t> next;  // the number of a condition in its definition
    for (std::size_t i = 0; i < conditions.size(); ++i) {
      if (!conditions[i].shared) continue;
      const std::size_t number = next[conditions[i].place]++;
      Shared& shared = shared_of(target.file, conditions[i].place);
      if (number == shared.conditions.size()) {
        shared.conditions.push_back(conditions[i]);
        shared.seen.emplace_back();
      }
      if (number == 0) shared.cases += target.trials.size();
      shared.conditions[number].possible |= conditions[i].possible;
      shared.seen[number] |= seen[i];
    }
  }
  Shared& shared_of(const std::string& file, const std::string& place) {
    const auto [known, is_new] = known_.emplace(std::pair(file, place), shared_.size());
    if (is_new) shared_.push_back({place, {}, {}, 0});
    return shared_[known->second];
  }

  std::vector<RuleCoverage> rules_;
  std::vector<Shared> shared_;
  std::map<std::pair<std::string, std::string>, std::size_t> known_;
};

}  // namespace

std::size_t percent(std::size_t seen, std::size_t possible) {
  return possible == 0 ? 100 : seen * 100 / possible;
}

Coverage coverage_of(const std::vector<Target>& targets) {
  Collector collector;
  for (const Target& target : targets) collector.add_rule(target);
  return collector.finish();
}

}  // namespace remit::measure
