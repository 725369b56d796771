#pragma once

#include <vector>

#include "engine/ruling.h"

namespace remit::engine {

/// Evidence and needs of one finding.
struct Explanation {
  std::vector<rules::Evidence> evidence;
  std::vector<rules::Need> needs;
};

/// What each finding was decided by: the rule is evaluated again for these subjects alone, with a
/// trace. `ruling` is what the findings' elements and pauses count in.
std::vector<Explanation> explain(const rules::Rule& rule, const Standing& standing,
                                 const Ruling& ruling, const std::vector<Judged>& findings,
                                 Context& context);

/// The messages of the findings, their holes filled.
std::vector<std::string> messages(const rules::Rule& rule, const Standing& standing,
                                  const std::vector<Judged>& findings, Context& context);

}  // namespace remit::engine
