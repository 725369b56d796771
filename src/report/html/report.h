#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "findings/background.h"
#include "findings/finding.h"
#include "report/format.h"
#include "report/html/markup.h"

// The parts of the HTML report, one a file.
namespace remit::report::html {

/// What all parts are written from.
struct Report {
  const findings::Audit& audit;
  const Options& options;
  const findings::Background& background;  ///< an empty one where none is known
  std::vector<std::size_t> listed;         ///< findings of the audit, the worst first
};

Report make_report(const findings::Audit& audit, const Options& options,
                   const findings::Background& background);

/// Where a link to the view of a rule leads.
std::string rule_target(const findings::RuleResult& rule);
/// Where a link to the view of a party leads.
std::string party_target(const findings::Party& party);
/// `case`, `worker`, `team`.
std::string_view word(findings::Party::Kind kind);

/// For how many days a violation has lasted that lasts on the as-of date; 0 for all else.
std::int64_t open_days(const findings::Audit& audit, const findings::Finding& finding);

/// `<span class="tone critical">critical</span>`: never by colour alone.
void write_severity(Markup& markup, rules::Severity severity);
void write_verdict(Markup& markup, rules::Verdict verdict);

/// A field whose cells would settle unknowns.
struct Lack {
  std::string resource;
  std::string field;           ///< empty: whole rows
  std::size_t findings = 0;    ///< that name it
  std::set<std::string> keys;  ///< of its rows
};
/// All of them, those first that settle the most.
std::vector<Lack> lacks(const findings::Audit& audit);

/// The first screen: counts, what is worst, what is due, what could not be judged.
void write_overview(Markup& markup, const Report& report);
/// The charts below it.
void write_charts(Markup& markup, const Report& report);
/// The first findings, of which the script makes all.
void write_findings(Markup& markup, const Report& report);
/// All rules as a table, then a view of each.
void write_rules(Markup& markup, const Report& report);
/// The data to complete, what is wrong in the data, remarks on waivers.
void write_data(Markup& markup, const Report& report);
/// What the script builds its views from.
void write_blocks(Markup& markup, const Report& report);

}  // namespace remit::report::html
