#pragma once

#include <optional>
#include <string>

#include "baseline/run.h"
#include "findings/finding.h"
#include "text/diagnostic.h"

namespace remit::test {

value::Date day(const std::string& text);

/// An audit of the rules R1, R2 and R3 that has found nothing yet.
findings::Audit empty_audit(value::Date as_of);

/// A finding without days; `rule` is the index.
rules::Outcome outcome(std::size_t rule, rules::Verdict verdict, const std::string& key);
/// With the period from one day to the day after its last one.
rules::Outcome lasting(rules::Outcome outcome, value::Date from, value::Date to);

void add(findings::Audit& audit, const rules::Outcome& outcome);

/// What the audit writes as NDJSON.
std::string written(const findings::Audit& audit);

/// That text as a file, read again.
std::optional<baseline::Run> read_text(const std::string& text, text::Diagnostics& diagnostics);

/// Holds the audit against what another one wrote, by a calendar of 2026 with weekends.
void compare_with(const std::string& former, findings::Audit& audit);

}  // namespace remit::test
