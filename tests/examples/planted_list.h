#pragma once

#include <string>
#include <vector>

namespace remit::test::example {

/// What the audit must say and what it says are compared as lines of this form:
/// `rule verdict subject from..to`, a missing date as nothing. In order of the text.
using Lines = std::vector<std::string>;

/// The list that the generator wrote beside the export.
Lines planted_findings(const std::string& csv);

/// The violations and unknowns of a report in NDJSON.
Lines reported_findings(const std::string& ndjson);

/// The rules of the list whose summary has fewer than two findings of fault, or none that passes,
/// or that were not run; one a line. A rule that is listed only once has nothing planted in it: a
/// gap that was planted for another leaves it open.
std::string rules_that_show_too_little(const std::string& summary, const std::string& csv);

/// The rules that were run, that apply to something, and that the list does not name; one a line.
std::string rules_without_breaches(const std::string& summary, const std::string& csv);

/// The lines of `left` that `right` lacks, one a line; each as often as it is missing.
std::string without(const Lines& left, const Lines& right);

}  // namespace remit::test::example
