#include "cases/read_survivors.h"

#include <algorithm>

#include <fmt/format.h>

#include "findings/join.h"
#include "text/nearest.h"
#include "yaml/mapping.h"

namespace remit::cases {
namespace {

constexpr const char* kExample =
    "write `- {rule: RULE-ID, mutant: 'its name in the report', because: why no case can tell}`";

void check_rule(const std::string& id, const text::Location& where, const rules::RuleSet& rules,
                text::Diagnostics& diagnostics) {
  std::vector<std::string> known;
  for (const rules::Rule& rule : rules.rules) {
    if (findings::is_meant(rule, id)) return;
    known.push_back(rule.id);
  }
  diagnostics.error("unknown-rule", where, fmt::format("there is no rule `{}`", id),
                    text::did_you_mean(id, known));
}

}  // namespace

std::vector<ExplainedSurvivor> read_survivors(const yaml::Node& node, const rules::RuleSet& rules,
                                              text::Diagnostics& diagnostics) {
  std::vector<ExplainedSurvivor> survivors;
  if (node.kind != yaml::NodeKind::kSequence) {
    diagnostics.error("expected-list", node.where, "`survivors` is not a list", kExample);
    return survivors;
  }
  for (const yaml::Node& item : node.items) {
    yaml::Mapping keys(item, "an explained survivor", diagnostics);
    ExplainedSurvivor survivor;
    survivor.where = item.where;
    const auto rule = keys.required_text("rule");
    const auto mutant = keys.required_text("mutant");
    const auto because = keys.required_text("because");
    keys.finish();
    if (!rule || !mutant || !because) continue;
    check_rule(*rule, item.find("rule")->where, rules, diagnostics);
    survivors.push_back({*rule, *mutant, *because, item.where});
  }
  return survivors;
}

}  // namespace remit::cases
