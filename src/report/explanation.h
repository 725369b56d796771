#pragma once

#include <iosfwd>
#include <vector>

#include "findings/explanation.h"
#include "report/format.h"

namespace remit::report {

/// Explanations for people, broken to the width that was asked for.
void write_explanations(const std::vector<findings::Explanation>& explanations,
                        const Options& options, std::ostream& out);
/// As one JSON document (schemas/explanation.schema.json).
void write_explanations_json(const std::vector<findings::Explanation>& explanations,
                             std::ostream& out);

}  // namespace remit::report
