#include "cases/judge.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "cases/data_problems.h"
#include "cases/match.h"
#include "cases/words.h"
#include "engine/evaluate.h"
#include "findings/verdict.h"
#include "text/nearest.h"

namespace remit::cases {
namespace {

/// What was found, by rule id and subject key; what has a period comes first, as in reports.
using Found = std::map<std::string, std::map<std::string, std::vector<rules::Outcome>>>;

engine::Evaluation evaluate(const Case& test, const rules::RuleSet& rules,
                            const data::Dataset& data) {
  const engine::Options options = options_of(test);
  if (options.only.empty()) return {};  // it is about the data alone
  return engine::evaluate(rules, data, options);
}

Found sort_out(const rules::RuleSet& rules, std::vector<rules::Outcome> outcomes) {
  Found found;
  for (rules::Outcome& outcome : outcomes) {
    found[rules.rules[outcome.rule].id][outcome.subject.key].push_back(std::move(outcome));
  }
  for (auto& [rule, subjects] : found) {
    for (auto& [subject, list] : subjects) {
      std::stable_partition(list.begin(), list.end(), [](const auto& o) { return o.period; });
    }
  }
  return found;
}

std::string nearest_subject(const std::string& key,
                            const std::map<std::string, std::vector<rules::Outcome>>& subjects) {
  std::vector<std::string> keys;
  for (const auto& [known, outcomes] : subjects) keys.push_back(known);
  return keys.empty() ? "the rule has no subject in this case" : text::did_you_mean(key, keys);
}

/// Holds every line of the case against what was found, and takes that out of `found`.
void compare_lines(const Case& test, Found& found, Result& result) {
  for (const Expectation& line : test.expectations) {
    auto& subjects = found[line.rule];
    const auto at = subjects.find(line.subject);
    const std::vector<rules::Outcome> outcomes =
        at == subjects.end() ? std::vector<rules::Outcome>{} : at->second;
    if (!meets(line, outcomes)) {
      result.differences.push_back({line.rule, line.subject, in_words(line), in_words(outcomes),
                                    outcomes.empty() ? nearest_subject(line.subject, subjects) : "",
                                    outcomes, line.where});
    }
  }
  for (const Expectation& line : test.expectations) found[line.rule].erase(line.subject);
}

/// A violation that nobody expected fails the case; other subjects are noted.
void compare_rest(const Case& test, const Found& rest, Result& result) {
  for (const auto& [rule, subjects] : rest) {
    for (const auto& [subject, outcomes] : subjects) {
      const rules::Verdict verdict = worst_verdict(outcomes);
      if (verdict != rules::Verdict::kViolation) {
        result.unnamed.push_back({rule, subject, verdict});
        continue;
      }
      result.differences.push_back(
          {rule, subject, {"(not named)"}, in_words(outcomes), "", outcomes, test.where});
    }
  }
}

}  // namespace

engine::Options options_of(const Case& test) {
  engine::Options options;
  options.as_of = test.as_of;
  options.complete = test.complete;
  options.only = tested_rules(test);
  options.verdicts.assign(findings::kAllVerdicts.begin(), findings::kAllVerdicts.end());
  return options;
}

Result judge(const Case& test, const rules::RuleSet& rules, const data::Dataset& data) {
  Result result;
  result.name = test.name;
  result.where = test.where;
  result.as_of = test.as_of;
  engine::Evaluation evaluation = evaluate(test, rules, data);
  Found found = sort_out(rules, std::move(evaluation.outcomes.outcomes));
  compare_lines(test, found, result);
  compare_rest(test, found, result);
  compare_data_findings(test, data, evaluation.misses, result);
  if (!result.differences.empty()) result.status = Status::kFailed;
  if (!result.problems.empty()) result.status = Status::kWrong;
  return result;
}

}  // namespace remit::cases
