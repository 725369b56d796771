#include "remit/explain.h"

#include <algorithm>

#include "account/account.h"
#include "audit/completeness.h"
#include "audit/only.h"
#include "data/read.h"
#include "findings/join.h"
#include "privacy/veil.h"
#include "rules/ruleset.h"
#include "waivers/apply.h"
#include "waivers/load.h"

namespace remit {
namespace {

using findings::Explanation;

/// Of a table of reserved tasks only the lines count that are about the subject; where none is,
/// the first one says why not.
void keep_judged(std::vector<Explanation>& explanations) {
  const auto is_judged = [](const Explanation& each) {
    return each.state == Explanation::State::kJudged;
  };
  if (std::any_of(explanations.begin(), explanations.end(), is_judged)) {
    std::erase_if(explanations, [&](const Explanation& each) { return !is_judged(each); });
  } else if (explanations.size() > 1) {
    explanations.resize(1);
  }
}

/// Violations that a waiver covers are waived; the subject counts under the worst that is left.
void waive(const std::vector<findings::Waiver>& waivers, const rules::RuleSet& rules,
           Explanation& explanation) {
  if (explanation.verdicts.empty()) return;
  explanation.verdict = rules::Verdict::kNotApplicable;
  for (findings::VerdictSaid& said : explanation.verdicts) {
    rules::Outcome& outcome = said.outcome;
    if (outcome.verdict == rules::Verdict::kViolation) {
      const findings::Waiver* waiver =
          waivers::covering(waivers, rules.rules[outcome.rule], outcome, explanation.as_of);
      if (waiver) {
        outcome.verdict = rules::Verdict::kWaived;
        said.waiver = *waiver;
      }
    }
    explanation.verdict = std::min(explanation.verdict, outcome.verdict);
  }
}

/// Waivers go by keys and days, which an explanation may not show: they are applied to `bare`, the
/// same without a veil.
void waive(const std::vector<findings::Waiver>& waivers, const rules::RuleSet& rules,
           std::vector<Explanation> bare, const privacy::Veil& veil,
           std::vector<Explanation>& explanations) {
  for (std::size_t i = 0; i < explanations.size(); ++i) {
    waive(waivers, rules, bare.at(i));
    explanations[i].verdict = bare[i].verdict;
    for (std::size_t v = 0; v < explanations[i].verdicts.size(); ++v) {
      const findings::VerdictSaid& said = bare[i].verdicts.at(v);
      explanations[i].verdicts[v].outcome.verdict = said.outcome.verdict;
      if (!said.waiver) continue;
      explanations[i].verdicts[v].waiver = *said.waiver;
      veil.cover(rules.rules[said.outcome.rule], *explanations[i].verdicts[v].waiver);
    }
  }
}

}  // namespace

ExplainResult explain(const Request& request, const std::string& rule, const std::string& subject,
                      text::Diagnostics& diagnostics) {
  rules::LoadOptions options;
  options.home = request.home;
  options.parameters = request.parameters;
  auto rules = rules::load(request.rules, options, rules::DiskReader(), diagnostics);
  if (!rules || !auditing::check_ids({rule}, *rules, diagnostics)) return {{}, Obstacle::kRules};
  const auto complete = auditing::complete_tables(request.complete, *rules->model, diagnostics);
  const auto waivers = waivers::load(request.waivers, rules::DiskReader(), diagnostics);
  if (!complete || !waivers) return {{}, Obstacle::kRules};
  privacy::Veil veil(*rules, {request.show_personal, request.pseudonym_key});
  if (!veil.check(diagnostics)) return {{}, Obstacle::kRules};
  veil.cover(*rules);
  auto data = data::read_folder(rules->model, request.data, request.as_of, diagnostics);
  if (!data) return {{}, Obstacle::kData};
  veil.cover(*data);
  const std::string key = veil.original(*data, subject);
  ExplainResult result;
  for (std::size_t i = 0; i < rules->rules.size(); ++i) {
    if (!findings::is_meant(rules->rules[i], rule)) continue;
    const auto told = [&](const privacy::Veil* veil_or_none) {
      return account::explain(*rules, i, *data, request.as_of, *complete, key, veil_or_none);
    };
    auto more = told(&veil);
    if (!waivers->empty()) waive(*waivers, *rules, told(nullptr), veil, more);
    std::move(more.begin(), more.end(), std::back_inserter(result.explanations));
  }
  keep_judged(result.explanations);
  return result;
}

}  // namespace remit
