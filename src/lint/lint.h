#pragma once

#include <span>
#include <string>
#include <string_view>

#include "rules/ruleset.h"
#include "text/diagnostic.h"

namespace remit::lint {

class Inspection;

/// One thing that is looked for in rules that are sound by their types.
struct Check {
  std::string_view code;   ///< stable; what is found carries it
  std::string_view about;  ///< in a line
  void (*run)(Inspection&);
};

/// All checks, in the order in which they run. Each has its section in docs/checks.md, under its
/// code.
std::span<const Check> checks();
const Check* find_check(std::string_view code);

/// Where the page on a check lies, seen from the project's folder: `docs/checks.md#code`.
std::string page_of(std::string_view code);

/// Reports, as warnings, what in these rules can hardly be meant as it is written. What an `allow`
/// of a rule or of its file covers is not reported; an `allow` that covers nothing is.
void lint(const rules::RuleSet& rules, text::Diagnostics& diagnostics);

}  // namespace remit::lint
