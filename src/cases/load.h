#pragma once

#include <optional>

#include "cases/case.h"
#include "cases/rule_sets.h"
#include "text/diagnostic.h"

namespace remit::cases {

/// Reads a case file with the rules that it is about: those that its `rules` names, else those of
/// the folder that its folder `tests` lies in. All mistakes are reported, each with its place;
/// nothing where there was one.
std::optional<CaseFile> load(const text::SourcePtr& source, RuleSets& rule_sets,
                             text::Diagnostics& diagnostics);

}  // namespace remit::cases
