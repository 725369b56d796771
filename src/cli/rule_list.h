#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "catalogue/entry.h"
#include "rules/ruleset.h"
#include "text/diagnostic.h"

namespace remit::cli {

/// Rules and the cases that stand beside them.
struct RuleList {
  rules::RuleSet rules;
  catalogue::Examples examples;
};

/// Loads rules (by default those of `default_packs`) for reading; nothing where they, or a case
/// file beside them, have mistakes.
std::optional<RuleList> load_rule_list(const std::vector<std::string>& paths,
                                       const std::string& home,
                                       const std::map<std::string, std::string>& parameters,
                                       text::Diagnostics& diagnostics);

}  // namespace remit::cli
