#pragma once

#include <string>
#include <vector>

namespace remit::test::northshire {

/// What the audit must say and what it says are compared as lines of this form:
/// `rule verdict subject from..to`, a missing date as nothing. In order of the text.
using Lines = std::vector<std::string>;

/// The list that the generator wrote beside the export.
Lines planted_findings(const std::string& csv);

/// The options that ask for the rules of that list, each once, with a blank before each.
std::string rule_options(const std::string& csv);

/// The violations and unknowns of a report in NDJSON.
Lines reported_findings(const std::string& ndjson);

/// The rules in a summary that have fewer than two findings of fault, or none that passes, or that
/// were not run; one a line.
std::string rules_that_show_too_little(const std::string& summary);

/// The lines of `left` that `right` lacks, one a line; each as often as it is missing.
std::string without(const Lines& left, const Lines& right);

}  // namespace remit::test::northshire
