#pragma once

#include <string>
#include <vector>

#include "cases/case.h"

// What is expected and what was found, as a case file would write it, so that it can be copied.
namespace remit::cases {

/// One text a finding.
std::vector<std::string> in_words(const Expectation& line);
/// All that was found of a subject, one text a finding; `no subject` where it is none.
std::vector<std::string> in_words(const std::vector<rules::Outcome>& outcomes);

/// Both days inside: `2026-01-05..2026-01-09`, `2026-01-05`, `2026-01-05..`, `none`.
std::string in_words(const std::optional<value::Period>& period);
std::string in_words(const ExpectedPeriod& period);
/// `visits V1 seen_on`.
std::string in_words(const rules::Need& need);

}  // namespace remit::cases
