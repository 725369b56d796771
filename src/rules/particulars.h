#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rules/context.h"
#include "rules/effective.h"
#include "rules/rule.h"
#include "yaml/mapping.h"

namespace remit::rules {

extern const std::vector<std::string> kSeverityWords;  ///< in the order of Severity

/// The keys that a rule and a line of `reserve` both can have (but for `message`, which is read
/// once all names are known).
struct Particulars {
  std::optional<std::string> title;
  std::optional<Severity> severity;
  std::vector<Citation> sources;
  std::optional<EffectiveKeys> effective;
  std::optional<std::string> remedy;
  std::vector<Allowance> allow;
};

Particulars read_particulars(yaml::Mapping& keys, RuleContext& context);

/// Puts into the rule what is written, and leaves the rest as it is.
void apply(const Particulars& particulars, Rule& rule, text::Diagnostics& diagnostics);

}  // namespace remit::rules
