#include <algorithm>

#include <fmt/format.h>

#include "findings/verdict.h"
#include "report/text/phrase.h"
#include "report/text/sections.h"

namespace remit::report::text {
namespace {

using findings::of;
using rules::Verdict;

/// The rule with violations that should be looked at first.
const findings::RuleResult* worst_rule(const findings::Audit& audit) {
  const findings::RuleResult* worst = nullptr;
  for (const findings::RuleResult& rule : audit.rules) {
    const std::size_t count = of(rule.found, Verdict::kViolation);
    if (count == 0) continue;
    const bool worse =
        worst == nullptr || rule.severity > worst->severity ||
        (rule.severity == worst->severity && count > of(worst->found, Verdict::kViolation));
    if (worse) worst = &rule;
  }
  return worst;
}

std::string first_due(const findings::Audit& audit) {
  const findings::Finding* first = nullptr;
  for (const findings::Finding& finding : audit.findings) {
    if (!finding.outcome.due) continue;
    if (first == nullptr || *finding.outcome.due < *first->outcome.due) first = &finding;
  }
  if (first == nullptr) return "";
  return fmt::format("next: the first date due is {} ({} {}, rule {})",
                     value::to_string(*first->outcome.due), first->outcome.subject.entity,
                     first->outcome.subject.key, findings::rule_of(audit, *first).id);
}

std::string next_step(const findings::Audit& audit) {
  const auto found = all_found(audit);
  if (const findings::RuleResult* rule = worst_rule(audit)) {
    return fmt::format(
        "next: `--rule {} --limit 0` lists the worst rule in full; `--format ndjson --output "
        "FILE` writes every finding, with its evidence, for other programs",
        rule->id);
  }
  if (!audit.data_findings.empty()) {
    return "next: put right the data findings above, then run again: what is missing or bad could "
           "not be judged";
  }
  if (of(found, Verdict::kUnknown) > 0) {
    return "next: complete the data named above, then run again: what is unknown is not settled";
  }
  if (std::string due = first_due(audit); !due.empty()) return due;
  if (audit.outside > 0) {
    return fmt::format(
        "next: look beyond the audit window too, {} outside it",
        audit.outside == 1 ? "1 finding lies" : number(audit.outside) + " findings lie");
  }
  const bool idle = std::any_of(audit.rules.begin(), audit.rules.end(), [](const auto& rule) {
    return rule.tally.not_run || rule.tally.vacuous;
  });
  return idle ? "next: see whether the rules that settle nothing lack data"
              : "next: nothing to do, every rule was judged and nothing is broken, unknown or due";
}

}  // namespace

void write_next_step(Page& page, const findings::Audit& audit) {
  page.line();
  page.paragraph(next_step(audit), 0, 2, Tone::kStrong);
}

}  // namespace remit::report::text
