#include <map>

#include <fmt/format.h>

#include "lint/checks/checks.h"
#include "lint/decision.h"

namespace remit::lint {
namespace {

bool in_force_together(const rules::Effective& left, const rules::Effective& right) {
  const bool left_first = left.to && right.from && *left.to < *right.from;
  const bool right_first = right.to && left.from && *right.to < *left.from;
  return !left_first && !right_first;
}

}  // namespace

void check_duplicates(Inspection& inspection) {
  std::multimap<std::string, const rules::Rule*> known;
  for (const rules::Rule* rule : inspection.enabled()) {
    const std::string decision = decision_text(*rule);
    const auto [begin, end] = known.equal_range(decision);
    for (auto at = begin; at != end; ++at) {
      // An override can have given one of them other values of parameters.
      if (at->second->environment != rule->environment) continue;
      if (!in_force_together(at->second->effective, rule->effective)) continue;
      inspection.warn(*rule, rule->where,
                      fmt::format("`{}` asks the same as `{}`", rule->id, at->second->id),
                      "leave one of them out, or correct what should differ",
                      {{"the other one stands here", at->second->where}});
      break;
    }
    known.emplace(decision, rule);
  }
}

}  // namespace remit::lint
