#include <sstream>

#include "findings/verdict.h"
#include "support/catch.h"
#include "support/golden.h"
#include "text/render.h"
#include "waivers/apply.h"
#include "waivers/inspect.h"
#include "waivers/load.h"

// A case has waivers (`--- waivers`) and what was found on 2026-09-30 without them (`--- found`): a
// line `RULE KEY VERDICT [FROM TO]`, both days included, in the order of the evaluation. What
// becomes of it is compared, and what is said of the waivers.
namespace remit::test {
namespace {

using rules::Verdict;

const value::Date kAsOf = value::parse_date("2026-09-30").value();

rules::RuleSet rule_set() {
  rules::RuleSet set;
  for (const char* id : {"R-1", "R-2", "RT.court", "RT.s47", "R-NOT-RUN"}) {
    rules::Rule rule;
    rule.id = id;
    if (rule.id.starts_with("RT")) rule.kind = rules::Reserve{};
    set.rules.push_back(rule);
  }
  return set;
}

rules::Outcome read_outcome(const std::string& line, const rules::RuleSet& set) {
  std::istringstream words(line);
  std::string rule;
  std::string verdict;
  std::string from;
  std::string to;
  rules::Outcome outcome;
  words >> rule >> outcome.subject.key >> verdict >> from >> to;
  while (set.rules.at(outcome.rule).id != rule) ++outcome.rule;
  outcome.verdict = findings::verdict_of(verdict).value();
  if (!from.empty()) {
    const value::Date last = value::parse_date(to).value();
    outcome.period = value::make_period(value::parse_date(from).value(), {last.days + 1});
  }
  return outcome;
}

/// With the counts that an evaluation gives: each subject under its worst verdict.
rules::Outcomes read_found(const std::string& text, const rules::RuleSet& set) {
  rules::Outcomes all;
  all.tallies.resize(set.rules.size());
  all.tallies.back().not_run = "its table is not there";
  std::istringstream lines(text);
  std::pair<std::size_t, std::string> last{99, ""};
  for (std::string line; std::getline(lines, line);) {
    rules::Outcome outcome = read_outcome(line, set);
    rules::Tally& tally = all.tallies[outcome.rule];
    const std::pair subject{outcome.rule, outcome.subject.key};
    if (subject != last) ++findings::of(tally.verdicts, outcome.verdict);
    if (subject != last) ++tally.subjects;
    last = subject;
    ++tally.findings;
    all.outcomes.push_back(std::move(outcome));
  }
  return all;
}

std::string show(const rules::Outcomes& outcomes, const findings::WaivedOutcomes& waived,
                 const rules::RuleSet& set) {
  std::string text;
  for (std::size_t i = 0; i < outcomes.outcomes.size(); ++i) {
    const rules::Outcome& outcome = outcomes.outcomes[i];
    text += set.rules[outcome.rule].id + " " + outcome.subject.key + " " +
            std::string(findings::word(outcome.verdict));
    if (const auto it = waived.find(i); it != waived.end()) {
      text += " by waiver " + std::to_string(it->second + 1);
    }
    text += "\n";
  }
  for (std::size_t i = 0; i < set.rules.size(); ++i) {
    const rules::Tally& tally = outcomes.tallies[i];
    if (tally.subjects == 0) continue;
    text += set.rules[i].id + ": ";
    for (const Verdict verdict :
         {Verdict::kViolation, Verdict::kUnknown, Verdict::kDue, Verdict::kWaived}) {
      text += std::to_string(findings::of(tally.verdicts, verdict)) + " " +
              std::string(findings::word(verdict)) + ", ";
    }
    text += std::to_string(tally.findings) + " findings\n";
  }
  return text;
}

std::string run(const GoldenCase& golden) {
  text::Diagnostics diagnostics;
  const auto all = waivers::load(
      std::make_shared<text::SourceFile>("waivers.yaml", golden.section("waivers")), diagnostics);
  if (!all) return text::render(diagnostics);
  const rules::RuleSet set = rule_set();
  rules::Outcomes outcomes = read_found(golden.section("found"), set);
  const waivers::Applied applied = waivers::apply(*all, set, kAsOf, outcomes);
  std::string text = show(outcomes, applied.waived, set);
  for (const findings::WaiverFinding& finding :
       waivers::inspect(*all, applied.uses, set, outcomes.tallies, {}, kAsOf)) {
    text += "line " + std::to_string(all->at(finding.waiver).line) + ": " + finding.code + " " +
            finding.message + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("waivers: golden cases") {
  for (const GoldenCase& golden : golden_cases("waivers")) {
    check_golden(golden, "expected", run(golden));
  }
}

}  // namespace remit::test
