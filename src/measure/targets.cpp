#include "measure/targets.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <system_error>
#include <utility>

namespace remit::measure {
namespace {

const rules::Rule* find(const rules::RuleSet& rules, const std::string& id) {
  for (const rules::Rule& rule : rules.rules) {
    if (rule.id == id) return &rule;
  }
  return nullptr;
}

/// One path for one file: that of a pack found by its name is absolute, the other one seldom is.
std::string path_of(const rules::Rule& rule) {
  if (!rule.where.file) return {};
  std::error_code error;
  const auto canonical = std::filesystem::weakly_canonical(rule.where.file->path(), error);
  return error ? rule.where.file->path() : canonical.string();
}

/// Whether other files of the run extend the one that the rule stands in.
bool is_extended(const rules::Rule& rule, const rules::RuleSet& rules) {
  return std::any_of(rules.files.begin(), rules.files.end(), [&](const rules::RuleFile& file) {
    return std::find(file.extends.begin(), file.extends.end(), rule.file) != file.extends.end();
  });
}

cases::Case restricted(const cases::Case& test, const std::string& rule) {
  cases::Case own = test;
  own.tables.clear();
  std::erase_if(own.expectations,
                [&](const cases::Expectation& line) { return line.rule != rule; });
  return own;
}

class Collector {
 public:
  void add_rules(const cases::LoadedCases& loaded) {
    std::set<std::string> tested;
    for (const cases::Case& test : loaded.file.cases) {
      for (const std::string& id : cases::tested_rules(test)) tested.insert(id);
    }
    for (const rules::Rule& rule : loaded.base->rules) {
      if (!loaded.chosen.contains(rule.id) || rule.disabled) continue;
      if (!tested.contains(rule.id) && is_extended(rule, *loaded.base)) continue;
      target_of(rule, loaded.base);
    }
  }

  void add_cases(const cases::LoadedCases& loaded) {
    for (std::size_t i = 0; i < loaded.file.cases.size(); ++i) {
      const cases::Case& test = loaded.file.cases[i];
      const auto& rules = loaded.rules[i];
      const auto data = std::make_shared<const data::Dataset>(
          cases::make_dataset(test, rules->model, loaded.file.path));
      for (const std::string& id : cases::tested_rules(test)) {
        const rules::Rule* base = find(*loaded.base, id);
        const rules::Rule* rule = find(*rules, id);
        if (base == nullptr || rule == nullptr) continue;
        target_of(*base, loaded.base).trials.push_back({restricted(test, id), rules, rule, data});
      }
    }
  }

  std::vector<Target> take() { return std::move(targets_); }

 private:
  Target& target_of(const rules::Rule& rule, const std::shared_ptr<const rules::RuleSet>& rules) {
    const std::string path = path_of(rule);
    const auto [known, is_new] = known_.emplace(std::pair(path, rule.id), targets_.size());
    if (is_new) targets_.push_back({rules, &rule, path, {}});
    return targets_[known->second];
  }

  std::map<std::pair<std::string, std::string>, std::size_t> known_;
  std::vector<Target> targets_;
};

}  // namespace

std::vector<Target> targets_of(const std::vector<cases::LoadedCases>& loaded) {
  Collector collector;
  for (const cases::LoadedCases& each : loaded) collector.add_rules(each);
  for (const cases::LoadedCases& each : loaded) collector.add_cases(each);
  return collector.take();
}

rules::RuleSet alone(const rules::Rule& rule, const rules::RuleSet& rules) {
  rules::RuleSet single;
  single.name = rules.name;
  single.model = rules.model;
  single.rules.push_back(rule);
  return single;
}

}  // namespace remit::measure
