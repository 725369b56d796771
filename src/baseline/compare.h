#pragma once

#include <functional>
#include <string>

#include "baseline/run.h"
#include "findings/finding.h"
#include "text/diagnostic.h"
#include "value/calendar.h"

namespace remit::baseline {

/// The calendar by which the ages of a rule's findings count, by the rule's id; null where there
/// is none.
using CalendarOf = std::function<const value::Calendar*(const std::string&)>;

/// Whether an audit by a rule set, as of a day, can be held against a run: one by the same rules,
/// and of no later day. An error where not.
bool check(const Run& run, const std::string& ruleset, value::Date as_of, const std::string& option,
           text::Diagnostics& diagnostics);

/// Says of each finding of the audit what has become of it since the run, and adds those of the
/// run that the audit has no more. Of verdicts and severities that the run does not list nothing is
/// said, nor of what passes or does not apply.
void compare(const Run& run, const CalendarOf& calendar_of, findings::Audit& audit);

}  // namespace remit::baseline
