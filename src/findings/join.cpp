#include "findings/join.h"

#include <algorithm>

#include "findings/verdict.h"

namespace remit::findings {
namespace {

constexpr std::size_t kLeftOut = static_cast<std::size_t>(-1);

rules::Source source_named(const rules::RuleSet& rules, const std::string& id) {
  for (const rules::Source& source : rules.sources) {
    if (source.id == id) return source;
  }
  return {};
}

RuleResult describe(const rules::RuleSet& rules, const rules::Rule& rule, rules::Tally tally) {
  RuleResult result;
  result.id = rule.id;
  result.title = rule.title;
  result.severity = rule.severity;
  for (const rules::Citation& citation : rule.sources) {
    result.sources.push_back({citation.id, citation.at, source_named(rules, citation.id)});
  }
  result.remedy = rule.remedy;
  result.tally = std::move(tally);
  if (rule.disabled && !result.tally.not_run) {
    result.tally.not_run =
        rule.disabled->empty() ? "it is disabled" : "it is disabled: " + *rule.disabled;
  }
  return result;
}

/// Adds the rules that were asked for; gives the new index of each rule of the rule set.
std::vector<std::size_t> add_rules(Audit& audit, const rules::RuleSet& rules,
                                   std::vector<rules::Tally>& tallies,
                                   const std::vector<std::string>& only) {
  std::vector<std::size_t> index(rules.rules.size(), kLeftOut);
  for (std::size_t i = 0; i < rules.rules.size(); ++i) {
    if (!is_meant(rules.rules[i], only)) continue;
    index[i] = audit.rules.size();
    audit.rules.push_back(describe(rules, rules.rules[i], std::move(tallies.at(i))));
  }
  return index;
}

bool is_listed(rules::Verdict verdict) {
  return verdict == rules::Verdict::kViolation || verdict == rules::Verdict::kUnknown ||
         verdict == rules::Verdict::kDue;
}

void add_finding(Audit& audit, rules::Outcome outcome, std::optional<std::size_t> waiver) {
  if (audit.window && !meets(outcome, *audit.window)) {
    if (is_listed(outcome.verdict)) ++audit.outside;
    return;
  }
  RuleResult& rule = audit.rules[outcome.rule];
  ++of(rule.found, outcome.verdict);
  const Fingerprint print = fingerprint(rule.id, outcome);
  audit.findings.push_back({std::move(outcome), print, waiver, 0, {}});
}

}  // namespace

bool is_meant(const rules::Rule& rule, const std::string& id) {
  if (rule.id == id) return true;
  return std::holds_alternative<rules::Reserve>(rule.kind) && rule.id.starts_with(id + ".");
}

bool is_meant(const rules::Rule& rule, const std::vector<std::string>& ids) {
  return ids.empty() || std::any_of(ids.begin(), ids.end(),
                                    [&](const std::string& id) { return is_meant(rule, id); });
}

Audit join(const rules::RuleSet& rules, rules::Outcomes outcomes,
           const std::vector<std::string>& only, const std::optional<Window>& window,
           const WaivedOutcomes& waived) {
  Audit audit;
  audit.name = rules.name;
  audit.ruleset = rules.title.empty() ? rules.name : rules.title;
  audit.version = rules.version;
  audit.window = window;
  const std::vector<std::size_t> index = add_rules(audit, rules, outcomes.tallies, only);
  audit.findings.reserve(outcomes.outcomes.size());
  for (std::size_t i = 0; i < outcomes.outcomes.size(); ++i) {
    rules::Outcome& outcome = outcomes.outcomes[i];
    outcome.rule = index.at(outcome.rule);
    if (outcome.rule == kLeftOut) continue;
    const auto waiver = waived.find(i);
    add_finding(audit, std::move(outcome),
                waiver == waived.end() ? std::nullopt : std::optional(waiver->second));
  }
  sort(audit);
  return audit;
}

}  // namespace remit::findings
