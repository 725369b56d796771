#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "findings/data_finding.h"
#include "findings/fingerprint.h"
#include "findings/history.h"
#include "findings/waiver.h"
#include "findings/window.h"
#include "rules/outcome.h"
#include "rules/ruleset.h"

namespace remit::findings {

/// A source that a rule cites, and where in it.
struct Authority {
  std::string id;
  std::string at;  ///< chapter, paragraph
  rules::Source source;
};

/// What a run says of one rule: what the rule is, and its counts.
struct RuleResult {
  std::string id;
  std::string title;
  rules::Severity severity = rules::Severity::kMinor;
  std::vector<Authority> sources;
  std::string remedy;
  rules::Tally tally;  ///< of subjects; the audit window leaves these counts alone
  /// The findings that the audit window keeps, by verdict.
  std::array<std::size_t, rules::kVerdicts> found{};

  bool was_run() const { return !tally.not_run; }
};

/// What a rule says of a subject.
struct Finding {
  rules::Outcome outcome;  ///< `rule` is the index in Audit::rules
  Fingerprint fingerprint;
  std::optional<std::size_t> waiver{};  ///< of kWaived: which of Audit::waivers covers it
  std::size_t line = 0;  ///< of the file that its subject stands in; 0 where that is not known
  std::optional<std::size_t> history{};  ///< which of Audit::histories; nothing without a baseline
};

/// Everything that one run found.
struct Audit {
  std::string name;     ///< of the rule set
  std::string ruleset;  ///< its title, or its name
  std::string version;  ///< of the rule set
  std::string data;     ///< where the data came from
  value::Date as_of;
  std::optional<Window> window;
  std::vector<RuleResult> rules;  ///< those that were asked for, in the order of the rule set
  std::vector<Finding> findings;  ///< see `sort`
  std::size_t outside = 0;        ///< violations, unknowns and dues that the window left out
  std::vector<DataFinding> data_findings;
  std::vector<DataCounts> data_counts;  ///< of the tables that were given
  /// By entity, the file that its rows stand in. Only where places were asked for.
  std::map<std::string, std::string> files;
  std::vector<Waiver> waivers;                 ///< those that were given
  std::vector<WaiverFinding> waiver_findings;  ///< by code
  std::optional<Baseline> baseline;            ///< where one was given
  std::vector<History> histories;
  std::vector<PastFinding> past;  ///< of the baseline, those that this run has no more
};

/// The rule that a finding is of.
const RuleResult& rule_of(const Audit& audit, const Finding& finding);
/// The entity of the first of a subject's rows.
std::string first_entity(const rules::Subject& subject);
/// The file that its subject stands in; empty where that is not known.
std::string file_of(const Audit& audit, const Finding& finding);
/// The waiver that covers a finding; null where none does.
const Waiver* waiver_of(const Audit& audit, const Finding& finding);
/// What has become of it since the baseline; null where there is none, or where it says nothing of
/// such findings.
const History* history_of(const Audit& audit, const Finding& finding);

/// Puts findings into their order: rule id, subject key, start of the period (without a period:
/// after those with one), verdict (the worst first), due date.
void sort(Audit& audit);

}  // namespace remit::findings
