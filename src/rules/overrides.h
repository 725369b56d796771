#pragma once

#include <vector>

#include "rules/loader.h"

namespace remit::rules {

/// What overrides work on.
struct OverrideContext {
  std::vector<LoadedRule>& rules;
  const RuleIds& ids;
  const LoadOptions& options;
  text::Diagnostics& diagnostics;
};

/// Reads `overrides` of a file and applies them to the rules that came through its `extends`:
///
///     overrides:
///       - {rule: ID, severity: minor, because: ...}
///       - {rule: ID, disabled: true, because: ...}
///       - {rule: ID, effective: {from: 2026-04-01}}     # the dates given replace those there
///       - {rule: ID, parameters: {cases: 12}}           # for this rule alone
///       - {parameters: {cases: 12}}                     # for all rules that came
///
/// The id of a `reserve` stands for all its lines. A parameter that the file declares itself under
/// the name of one that came gives it its value, too.
///
/// Gives what is overridden, one entry a key and parameter.
std::vector<Override> read_overrides(yaml::Mapping& keys, const LoadedFile& file,
                                     const OverrideContext& context);

}  // namespace remit::rules
