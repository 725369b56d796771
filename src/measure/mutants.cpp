#include "measure/mutants.h"

#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "findings/join.h"
#include "text/nearest.h"

namespace remit::measure {
namespace {

using mutation::Mutant;

bool passes(const Trial& trial, const rules::Rule& rule) {
  const rules::RuleSet single = alone(rule, *trial.rules);
  return cases::judge(trial.test, single, *trial.data).status == cases::Status::kPassed;
}

/// The mutants of one rule by their names, for each choice of its parameters.
class Variants {
 public:
  const Mutant* find(const rules::Rule& rule, const std::string& id) {
    auto [known, is_new] = known_.try_emplace(&rule);
    if (is_new) {
      for (Mutant& mutant : mutation::mutants_of(rule)) {
        const std::string name = mutant.id;
        known->second.emplace(name, std::move(mutant));
      }
    }
    const auto found = known->second.find(id);
    return found == known->second.end() ? nullptr : &found->second;
  }

 private:
  std::map<const rules::Rule*, std::map<std::string, Mutant>> known_;
};

/// The cases of a rule that can tell something.
class Bench {
 public:
  explicit Bench(const Target& target) : target_(target) {
    for (const Trial& trial : target.trials) {
      if (passes(trial, *trial.rule)) trials_.push_back(&trial);
    }
  }

  std::size_t cases() const { return trials_.size(); }

  bool notices(const Mutant& mutant) {
    for (const Trial* trial : trials_) {
      // Another value of a parameter makes other rules, whose mutant of this name is meant.
      const Mutant* own =
          trial->rule == target_.rule ? &mutant : variants_.find(*trial->rule, mutant.id);
      if (own != nullptr && !passes(*trial, own->rule)) return true;
    }
    return false;
  }

 private:
  const Target& target_;
  std::vector<const Trial*> trials_;
  Variants variants_;
};

/// A mutant with the rules that it changes, all of which may notice it.
struct Tried {
  Mutant mutant;
  std::set<std::string> rules;
  std::string first_rule;
  bool noticed = false;
};

/// The mutants that stand under one name of the report.
struct Group {
  std::string name;
  std::size_t cases = 0;
  std::vector<Tried> tried;
  std::map<std::string, std::size_t> by_id;
};

class Trials {
 public:
  void add(const Target& target) {
    Bench bench(target);
    group(target.file, target.rule->id).cases = bench.cases();
    std::set<std::string> met;
    for (const Mutant& mutant : mutation::mutants_of(*target.rule)) {
      const std::string& name = mutant.shared.empty() ? target.rule->id : mutant.shared;
      Group& own = group(target.file, name);
      if (!mutant.shared.empty() && met.insert(name).second) own.cases += bench.cases();
      const auto [known, is_new] = own.by_id.emplace(mutant.id, own.tried.size());
      if (is_new) own.tried.push_back({mutant, {}, target.rule->id, false});
      Tried& tried = own.tried[known->second];
      tried.rules.insert(target.rule->id);
      if (!tried.noticed) tried.noticed = bench.notices(mutant);
    }
  }

  /// Rules first, in their order.
  std::vector<Group> take() {
    std::vector<Group> all = std::move(rules_);
    for (Group& each : shared_) all.push_back(std::move(each));
    return all;
  }

 private:
  Group& group(const std::string& file, const std::string& name) {
    const bool shared = name.find(' ') != std::string::npos;  // no id has a space
    std::vector<Group>& groups = shared ? shared_ : rules_;
    const auto [known, is_new] = known_.emplace(std::pair(file, name), groups.size());
    if (is_new) groups.push_back({name, 0, {}, {}});
    return groups[known->second];
  }

  std::vector<Group> rules_;
  std::vector<Group> shared_;
  std::map<std::pair<std::string, std::string>, std::size_t> known_;
};

/// The explanations of all case files, and which of them were of use.
class Explanations {
 public:
  Explanations(const std::vector<cases::LoadedCases>& loaded, const std::vector<Target>& targets) {
    for (const Target& target : targets) rules_.push_back(target.rule);
    for (const cases::LoadedCases& each : loaded) {
      for (const auto& survivor : each.file.survivors) {
        if (is_chosen(survivor.rule)) all_.push_back({&survivor, false, false});
      }
    }
  }

  /// The reason for which no case notices a survivor; null where nobody gave one.
  const std::string* find(const Tried& tried) {
    const std::string* because = nullptr;
    for (Explanation& each : all_) {
      if (each.survivor->mutant != tried.mutant.id || !is_meant(*each.survivor, tried)) continue;
      each.met = true;
      each.noticed = tried.noticed;
      if (!tried.noticed) because = &each.survivor->because;
    }
    names_.push_back(tried.mutant.id);
    return because;
  }

  std::vector<text::Diagnostic> stale() const {
    std::vector<text::Diagnostic> all;
    for (const Explanation& each : all_) {
      if (each.met && !each.noticed) continue;
      text::Diagnostic diagnostic;
      diagnostic.severity = text::Severity::kWarning;
      diagnostic.code = "stale-survivor";
      diagnostic.where = each.survivor->where;
      diagnostic.message =
          each.met
              ? fmt::format("a case notices the mutant `{}`", each.survivor->mutant)
              : fmt::format("`{}` has no mutant `{}`", each.survivor->rule, each.survivor->mutant);
      const auto nearest = each.met ? std::nullopt : text::nearest(each.survivor->mutant, names_);
      diagnostic.help = nearest ? fmt::format("did you mean `{}`?", *nearest)
                                : "take the explanation out of `survivors`";
      all.push_back(std::move(diagnostic));
    }
    return all;
  }

 private:
  struct Explanation {
    const cases::ExplainedSurvivor* survivor;
    bool met;
    bool noticed;
  };

  bool is_chosen(const std::string& id) const {
    for (const rules::Rule* rule : rules_) {
      if (findings::is_meant(*rule, id)) return true;
    }
    return false;
  }
  bool is_meant(const cases::ExplainedSurvivor& survivor, const Tried& tried) const {
    for (const rules::Rule* rule : rules_) {
      if (tried.rules.contains(rule->id) && findings::is_meant(*rule, survivor.rule)) return true;
    }
    return false;
  }

  std::vector<const rules::Rule*> rules_;
  std::vector<Explanation> all_;
  std::vector<std::string> names_;
};

RuleMutants counted(Group group, Explanations& explanations) {
  RuleMutants rule;
  rule.name = std::move(group.name);
  rule.cases = group.cases;
  rule.mutants = group.tried.size();
  for (Tried& tried : group.tried) {
    const std::string* because = explanations.find(tried);
    rule.noticed += tried.noticed ? 1U : 0U;
    rule.explained += because != nullptr ? 1U : 0U;
    if (tried.noticed) continue;
    rule.survivors.push_back(
        {tried.first_rule, std::move(tried.mutant), because != nullptr ? *because : ""});
  }
  return rule;
}

}  // namespace

Mutants mutants_noticed(const std::vector<Target>& targets,
                        const std::vector<cases::LoadedCases>& loaded,
                        const std::function<void(std::size_t, std::size_t)>& progress) {
  Trials trials;
  for (std::size_t t = 0; t < targets.size(); ++t) {
    trials.add(targets[t]);
    if (progress) progress(t + 1, targets.size());
  }
  Explanations explanations(loaded, targets);
  Mutants result;
  for (Group& group : trials.take()) {
    RuleMutants rule = counted(std::move(group), explanations);
    result.mutants += rule.mutants;
    result.noticed += rule.noticed;
    result.explained += rule.explained;
    result.rules.push_back(std::move(rule));
  }
  result.stale = explanations.stale();
  return result;
}

}  // namespace remit::measure
