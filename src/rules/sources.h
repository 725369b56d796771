#pragma once

#include <string>
#include <vector>

#include "rules/ruleset.h"
#include "yaml/mapping.h"

namespace remit::rules {

/// Reads `sources` of a rule set: by what authority its rules speak.
std::vector<Source> read_sources(yaml::Mapping& ruleset, text::Diagnostics& diagnostics);

/// Adds the sources of a file to those of the run. One id must mean one source, since a finding
/// names its source by the id alone.
void add_sources(const std::vector<Source>& added, std::vector<Source>& all,
                 text::Diagnostics& diagnostics);

/// Reads `source` of a rule or of a line of `reserve`: a list of `{id, at}`, whose ids are known.
std::vector<Citation> read_citations(yaml::Mapping& rule, const std::vector<std::string>& known,
                                     text::Diagnostics& diagnostics);

}  // namespace remit::rules
