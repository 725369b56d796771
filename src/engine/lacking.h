#pragma once

#include <optional>
#include <string>

#include "data/dataset.h"
#include "rules/rule.h"

namespace remit::engine {

/// Of the first table of `for` and all that the rule reads those that the export lacks, as the
/// reason why it cannot be evaluated.
std::optional<std::string> what_is_lacking(const rules::Rule& rule, const data::Dataset& data);

}  // namespace remit::engine
