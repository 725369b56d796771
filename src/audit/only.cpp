#include "audit/only.h"

#include <algorithm>
#include <variant>

#include <fmt/format.h>

#include "findings/join.h"
#include "text/nearest.h"

namespace remit::auditing {
namespace {

constexpr std::size_t kReasonsShown = 8;

/// The ids of all rules, and those of the tables of reserved tasks.
std::vector<std::string> known_ids(const rules::RuleSet& rules) {
  std::vector<std::string> ids;
  for (const rules::Rule& rule : rules.rules) {
    ids.push_back(rule.id);
    const std::size_t dot = rule.id.rfind('.');
    if (!std::holds_alternative<rules::Reserve>(rule.kind) || dot == std::string::npos) continue;
    const std::string table = rule.id.substr(0, dot);
    if (std::find(ids.begin(), ids.end(), table) == ids.end()) ids.push_back(table);
  }
  return ids;
}

}  // namespace

bool check_ids(const std::vector<std::string>& ids, const rules::RuleSet& rules,
               text::Diagnostics& diagnostics) {
  bool known = true;
  for (const std::string& id : ids) {
    const bool found =
        std::any_of(rules.rules.begin(), rules.rules.end(),
                    [&](const rules::Rule& rule) { return findings::is_meant(rule, id); });
    if (found) continue;
    known = false;
    diagnostics.error("unknown-rule", {}, fmt::format("there is no rule `{}`", id),
                      text::did_you_mean(id, known_ids(rules)));
  }
  return known;
}

bool check_any_run(const findings::Audit& audit, text::Diagnostics& diagnostics) {
  if (std::any_of(audit.rules.begin(), audit.rules.end(),
                  [](const auto& rule) { return rule.was_run(); })) {
    return true;
  }
  text::Diagnostic& error = diagnostics.error(
      "no-rule-evaluated", {}, "no rule was evaluated, so that nothing was checked",
      audit.rules.empty() ? "give rule sets that have rules"
                          : "give the tables that the rules need, or other rules");
  for (std::size_t i = 0; i < std::min(audit.rules.size(), kReasonsShown); ++i) {
    const findings::RuleResult& rule = audit.rules[i];
    error.notes.push_back({fmt::format("`{}` was not run: {}", rule.id, *rule.tally.not_run), {}});
  }
  if (audit.rules.size() > kReasonsShown) {
    error.notes.push_back(
        {fmt::format("and so were {} more rules", audit.rules.size() - kReasonsShown), {}});
  }
  // What is wrong in the data may be why, and there will be no report to say it.
  for (std::size_t i = 0; i < std::min(audit.data_findings.size(), kReasonsShown); ++i) {
    const findings::DataFinding& finding = audit.data_findings[i];
    const std::string place =
        finding.line == 0 ? finding.file : fmt::format("{}:{}", finding.file, finding.line);
    error.notes.push_back({fmt::format("{}: {} [{}]", place, finding.message, finding.code), {}});
  }
  return false;
}

}  // namespace remit::auditing
