#pragma once

#include "findings/finding.h"
#include "report/text/page.h"

// The parts of the report for people, in the order in which they stand there.
namespace remit::report::text {

/// What was judged, as of when, and all counts in a sentence; what the report leaves out.
void write_head(Page& page, const findings::Audit& audit);
/// A section for each rule that has listed findings, the worst first.
void write_rule_sections(Page& page, const findings::Audit& audit);
/// Which cells would settle the unknowns, by table and field.
void write_unknowns(Page& page, const findings::Audit& audit);
/// What is wrong in the data, by kind and field, with the first places.
void write_data_findings(Page& page, const findings::Audit& audit);
/// What should be known of the waivers: which are expired, unused or too broad.
void write_waiver_findings(Page& page, const findings::Audit& audit);
/// What the baseline has and this run has no more, by rule: fixed since, and not judged.
void write_past(Page& page, const findings::Audit& audit);
/// The counts of all rules and tables, and the rules that judged nothing.
void write_summary(Page& page, const findings::Audit& audit);
/// One line: what to do now.
void write_next_step(Page& page, const findings::Audit& audit);

/// How many findings the report lists, of how many that could be.
struct Listing {
  std::size_t listed = 0;
  std::array<std::size_t, rules::kVerdicts> left_out{};  ///< violations, unknowns and dues only
};
Listing count_listed(const Page& page, const findings::Audit& audit);

/// Findings of all rules by verdict.
std::array<std::size_t, rules::kVerdicts> all_found(const findings::Audit& audit);

}  // namespace remit::report::text
