#pragma once

#include <vector>

#include "cases/case.h"

namespace remit::cases {

/// Whether a finding is as the case wants it, in all that the case says of it.
bool matches(const ExpectedFinding& wanted, const rules::Outcome& outcome);

/// Whether the outcomes of a subject are what the case expects: its worst verdict, or each wanted
/// finding once and no others.
bool meets(const Expectation& line, const std::vector<rules::Outcome>& outcomes);

/// Whether it passes or is not looked at: its message would speak of a breach that is none.
bool is_settled(rules::Verdict verdict);

/// The verdict that a subject counts under; there is at least one outcome.
rules::Verdict worst_verdict(const std::vector<rules::Outcome>& outcomes);

}  // namespace remit::cases
