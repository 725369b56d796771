#pragma once

#include <vector>

#include "cases/case.h"
#include "rules/ruleset.h"
#include "yaml/node.h"

namespace remit::cases {

/// Reads `expect`: for rules and subjects a verdict, a finding or a list of findings.
std::vector<Expectation> read_expectations(const yaml::Node& node, const rules::RuleSet& rules,
                                           text::Diagnostics& diagnostics);

/// Reads `data_findings`: codes, or mappings of code, table, row and field.
std::vector<ExpectedDataFinding> read_data_findings(const yaml::Node& node,
                                                    const model::Model& model,
                                                    text::Diagnostics& diagnostics);

}  // namespace remit::cases
