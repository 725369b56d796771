#include "findings/status.h"

#include "findings/selection.h"
#include "findings/verdict.h"
#include "support/catch.h"

namespace remit::findings {
namespace {

using rules::Severity;
using rules::Verdict;

Audit one_finding(Severity severity, Verdict verdict) {
  Audit audit;
  RuleResult rule;
  rule.severity = severity;
  of(rule.found, verdict) = 1;
  audit.rules.push_back(rule);
  rules::Outcome outcome;
  outcome.verdict = verdict;
  audit.findings.push_back({outcome, {}});
  return audit;
}

int status(Severity severity, Verdict verdict, const Thresholds& thresholds = {}) {
  return static_cast<int>(exit_status(one_finding(severity, verdict), thresholds));
}

}  // namespace

TEST_CASE("findings: violations at or above the threshold give status 1") {
  CHECK(status(Severity::kMinor, Verdict::kViolation) == 1);
  CHECK(status(Severity::kInfo, Verdict::kViolation) == 0);
  CHECK(status(Severity::kMajor, Verdict::kViolation, {Severity::kMajor, false, true}) == 1);
  CHECK(status(Severity::kMajor, Verdict::kViolation, {Severity::kCritical, false, true}) == 0);
  CHECK(static_cast<int>(exit_status({}, {})) == 0);
}

TEST_CASE("findings: only violations count, and unknowns where they are asked to") {
  for (const Verdict verdict : {Verdict::kUnknown, Verdict::kDue, Verdict::kWaived, Verdict::kPass,
                                Verdict::kNotApplicable}) {
    CHECK(status(Severity::kCritical, verdict) == 0);
  }
  CHECK(status(Severity::kMinor, Verdict::kUnknown, {Severity::kMinor, true, true}) == 1);
  CHECK(status(Severity::kMinor, Verdict::kUnknown, {Severity::kMajor, true, true}) == 0);
  CHECK(status(Severity::kMinor, Verdict::kDue, {Severity::kMinor, true, true}) == 0);
}

TEST_CASE("findings: more unknown than is borne gives status 1") {
  Audit audit = one_finding(Severity::kMinor, Verdict::kUnknown);
  CHECK(unknown_percent(audit) == 0);
  rules::Tally& tally = audit.rules[0].tally;
  tally.subjects = 100;
  of(tally.verdicts, Verdict::kNotApplicable) = 50;
  of(tally.verdicts, Verdict::kUnknown) = 1;
  CHECK(unknown_percent(audit) == 2);
  Thresholds thresholds;
  CHECK(static_cast<int>(exit_status(audit, thresholds)) == 0);
  thresholds.most_unknown = 2;
  CHECK(static_cast<int>(exit_status(audit, thresholds)) == 0);
  thresholds.most_unknown = 1.9;
  CHECK(static_cast<int>(exit_status(audit, thresholds)) == 1);
}

TEST_CASE("findings: data findings give status 3 before everything else, unless they may stand") {
  Audit audit = one_finding(Severity::kCritical, Verdict::kViolation);
  audit.data_findings.emplace_back();
  CHECK(static_cast<int>(exit_status(audit, {})) == 3);
  CHECK(static_cast<int>(exit_status(audit, {Severity::kMinor, false, false})) == 1);
}

TEST_CASE("findings: a selection lists the verdicts and severities asked for") {
  const Audit due = one_finding(Severity::kMinor, Verdict::kDue);
  CHECK(Selection{}.lists(due, due.findings[0]));
  CHECK_FALSE(Selection{{Verdict::kViolation}, Severity::kInfo}.lists(due, due.findings[0]));
  CHECK(Selection{{Verdict::kDue}, Severity::kMinor}.lists(due, due.findings[0]));
  CHECK_FALSE(Selection{{Verdict::kDue}, Severity::kMajor}.lists(due, due.findings[0]));
}

TEST_CASE("findings: every verdict and severity is found by its word") {
  for (const Verdict verdict : kAllVerdicts) CHECK(verdict_of(word(verdict)) == verdict);
  for (const Severity severity : kAllSeverities) CHECK(severity_of(word(severity)) == severity);
  CHECK(verdict_words().size() == 6);
  CHECK(severity_words() == std::vector<std::string>{"critical", "major", "minor", "info"});
  CHECK_FALSE(verdict_of("Violation"));
  CHECK_FALSE(severity_of(""));
}

}  // namespace remit::findings
