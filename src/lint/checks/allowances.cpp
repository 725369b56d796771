#include <fmt/format.h>

#include "lint/checks/checks.h"
#include "text/nearest.h"

namespace remit::lint {
namespace {

std::vector<std::string> codes() {
  std::vector<std::string> all;
  for (const Check& check : checks()) all.emplace_back(check.code);
  return all;
}

/// Of the last check nothing can be kept back: what it says is said of an `allow`.
template <typename Owner>
void report(Inspection& inspection, const Owner& owner, const rules::Allowance& allowance) {
  if (inspection.allowances().used(allowance)) return;
  if (!find_check(allowance.check)) {
    const auto near = text::nearest(allowance.check, codes());
    inspection.warn(
        owner, allowance.where, fmt::format("there is no check `{}`", allowance.check),
        near ? fmt::format("did you mean `{}`?", *near) : "`remit lint --list` lists the checks");
    return;
  }
  inspection.warn(
      owner, allowance.where,
      fmt::format("the check `{}` finds nothing here that could be allowed", allowance.check),
      "leave the entry out; what stands outside of the rules is allowed at the top of "
      "the file, what is in a rule in that rule");
}

}  // namespace

void check_unused_allowances(Inspection& inspection) {
  for (const rules::RuleFile& file : inspection.rules().files) {
    for (const rules::Allowance& each : file.allow) report(inspection, file, each);
  }
  for (const rules::Rule* rule : inspection.enabled()) {
    for (const rules::Allowance& each : rule->allow) report(inspection, *rule, each);
  }
}

}  // namespace remit::lint
