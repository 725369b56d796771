#pragma once

#include <optional>
#include <vector>

#include "engine/ruling.h"

namespace remit::engine {

/// What one run (hopeful or strict) found about one subject.
struct RunFindings {
  struct Violation {
    value::Period period;
    std::optional<double> peak;
    Indices elements;
  };
  std::vector<Violation> violations;
  std::optional<value::Date> due;
};

/// Weighs the two runs of subject i: the violations of the hopeful one are certain; where those of
/// the strict one differ there is doubt, of which `doubtful` are the cause, else what is due is
/// due.
void weigh(const Trial& trial, std::size_t i, const RunFindings& hopeful, const RunFindings& strict,
           Indices doubtful, Ruling& ruling);

/// The doubtful candidates of subject i: what would decide it.
Indices doubtful_of(const Candidates& candidates, std::size_t i);

}  // namespace remit::engine
