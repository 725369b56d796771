#include "findings/join.h"

#include "findings/verdict.h"
#include "support/catch.h"

namespace remit::findings {
namespace {

using rules::Verdict;

rules::RuleSet rule_set() {
  rules::RuleSet set;
  set.name = "local";
  set.version = "1.2.0";
  set.sources.push_back({"wt",
                         "Working together",
                         "HM Government",
                         std::nullopt,
                         rules::Strength::kStatutoryGuidance,
                         "",
                         {}});
  for (const char* id : {"B-1", "A-1", "RT.s47", "RT.court"}) {
    rules::Rule rule;
    rule.id = id;
    if (rule.id.starts_with("RT")) rule.kind = rules::Reserve{};
    set.rules.push_back(rule);
  }
  set.rules[0].severity = rules::Severity::kCritical;
  set.rules[0].sources = {{"wt", "ch. 3"}, {"gone", "p. 1"}};
  return set;
}

rules::Outcome outcome(std::size_t rule, Verdict verdict, const std::string& key, int from) {
  rules::Outcome result;
  result.rule = rule;
  result.verdict = verdict;
  result.subject = {"worker", key};
  if (from >= 0) result.period = value::make_period({from}, {from + 10});
  return result;
}

rules::Outcomes outcomes() {
  rules::Outcomes result;
  result.tallies.resize(4);
  result.outcomes = {
      outcome(0, Verdict::kViolation, "W2", 100), outcome(0, Verdict::kDue, "W1", -1),
      outcome(0, Verdict::kUnknown, "W1", 50),    outcome(0, Verdict::kViolation, "W1", 50),
      outcome(0, Verdict::kViolation, "W1", 20),  outcome(1, Verdict::kViolation, "W9", 300)};
  result.outcomes[1].due = value::Date{400};
  return result;
}

std::string listed(const Audit& audit) {
  std::string text;
  for (const Finding& finding : audit.findings) {
    const rules::Outcome& outcome = finding.outcome;
    text += rule_of(audit, finding).id + " " + outcome.subject.key + " " +
            std::string(word(outcome.verdict)) +
            (outcome.period ? " " + std::to_string(outcome.period->from.days) : "") + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("findings: they come by rule id, subject key, start of the period, verdict") {
  const Audit audit = join(rule_set(), outcomes(), {}, std::nullopt);
  CHECK(listed(audit) ==
        "A-1 W9 violation 300\n"
        "B-1 W1 violation 20\n"
        "B-1 W1 violation 50\n"
        "B-1 W1 unknown 50\n"
        "B-1 W1 due\n"
        "B-1 W2 violation 100\n");
}

TEST_CASE("findings: a rule brings its severity and its sources along") {
  const Audit audit = join(rule_set(), outcomes(), {}, std::nullopt);
  CHECK(audit.ruleset == "local");
  REQUIRE(audit.rules.size() == 4);
  const RuleResult& rule = audit.rules[0];
  CHECK(rule.severity == rules::Severity::kCritical);
  REQUIRE(rule.sources.size() == 2);
  CHECK(rule.sources[0].at == "ch. 3");
  CHECK(rule.sources[0].source.title == "Working together");
  CHECK(rule.sources[1].id == "gone");
  CHECK(rule.sources[1].source.title.empty());
}

TEST_CASE("findings: what the window leaves out is counted, and no longer found") {
  const Audit audit = join(rule_set(), outcomes(), {}, Window{value::Date{55}, value::Date{120}});
  CHECK(listed(audit) ==
        "B-1 W1 violation 50\n"
        "B-1 W1 unknown 50\n"
        "B-1 W2 violation 100\n");
  CHECK(audit.outside == 3);
  CHECK(of(audit.rules[0].found, Verdict::kViolation) == 2);
  CHECK(of(audit.rules[0].found, Verdict::kDue) == 0);
  CHECK(of(audit.rules[1].found, Verdict::kViolation) == 0);
}

TEST_CASE("findings: only the rules asked for are there, a reserve with all its lines") {
  CHECK(listed(join(rule_set(), outcomes(), {"A-1"}, std::nullopt)) == "A-1 W9 violation 300\n");
  const Audit reserve = join(rule_set(), outcomes(), {"RT"}, std::nullopt);
  REQUIRE(reserve.rules.size() == 2);
  CHECK(reserve.rules[0].id == "RT.s47");
  CHECK(reserve.rules[1].id == "RT.court");
  CHECK(join(rule_set(), outcomes(), {"RT.court"}, std::nullopt).rules.size() == 1);
  CHECK(join(rule_set(), outcomes(), {"R"}, std::nullopt).rules.empty());
}

TEST_CASE("findings: a disabled rule is one that was not run, and says why") {
  rules::RuleSet set = rule_set();
  set.rules[0].disabled = "pilot ended";
  set.rules[1].disabled = "";
  const Audit audit = join(set, outcomes(), {}, std::nullopt);
  CHECK(audit.rules[0].tally.not_run.value() == "it is disabled: pilot ended");
  CHECK(audit.rules[1].tally.not_run.value() == "it is disabled");
  CHECK(audit.rules[2].was_run());
}

TEST_CASE("findings: data findings come by code, then by place") {
  std::vector<DataFinding> findings(4);
  findings[0] = {"DATA-KEY", "visits", "visit", "visits.csv", 9, 1, "", "", "", "", ""};
  findings[1] = {"DATA-DATE", "visits", "visit", "visits.csv", 10, 2, "", "", "", "", ""};
  findings[2] = {"DATA-DATE", "visits", "visit", "visits.csv", 9, 3, "", "", "", "", ""};
  findings[3] = {"DATA-DATE", "cases", "case", "cases.csv", 12, 1, "", "", "", "", ""};
  sort(findings);
  std::string order;
  for (const DataFinding& finding : findings) order += std::to_string(finding.line) + " ";
  CHECK(order == "12 9 10 9 ");
  CHECK(findings[3].code == "DATA-KEY");
}

}  // namespace remit::findings
