#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rules/ruleset.h"
#include "text/diagnostic.h"

namespace remit::cases::init {

/// Cases for one rule, made out of the rule itself.
struct Draft {
  std::string text;                    ///< a case file
  std::vector<std::string> not_found;  ///< in words: verdicts that no world was found for
};

/// Looks for a small world in which the rule holds and, next to it, for the worlds on both sides of
/// each of its bounds; what is expected is what the rule says there. `id` is that of a rule of
/// `rules`. The text has been read and run as a file beside the rule, and passes; nothing (with an
/// error) where no world was found that the rule says anything of, or where the text does not pass.
std::optional<Draft> draft_cases(const rules::RuleSet& rules, const std::string& id,
                                 const std::string& home, const rules::FileReader& reader,
                                 text::Diagnostics& diagnostics);

}  // namespace remit::cases::init
