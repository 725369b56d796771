#include <sstream>

#include "account/account.h"
#include "engine/small_audit.h"
#include "report/explanation.h"
#include "support/catch.h"

// Explanations of small audits, for every kind and verdict: tests/golden/account. The section
// `explain` has lines `RULE KEY`. How the rule reads is left to the tests of that.
namespace remit::test {
namespace {

std::size_t rule_named(const Audit& audit, const std::string& id) {
  for (std::size_t i = 0; i < audit.rules.rules.size(); ++i) {
    if (audit.rules.rules[i].id == id) return i;
  }
  FAIL("no rule " << id);
  return 0;
}

std::string explained(const Audit& audit, const std::string& line) {
  const std::size_t blank = line.find(' ');
  REQUIRE(blank != std::string::npos);
  auto explanations = account::explain(audit.rules, rule_named(audit, line.substr(0, blank)),
                                       audit.data, audit.as_of, {}, line.substr(blank + 1));
  for (findings::Explanation& explanation : explanations) {
    explanation.reading.clear();
    explanation.terms.clear();
    explanation.sources.clear();
  }
  report::Options options;
  options.width = 80;
  std::ostringstream out;
  report::write_explanations(explanations, options, out);
  return "== " + line + "\n" + out.str();
}

}  // namespace

TEST_CASE("account explains every kind and verdict") {
  for (const GoldenCase& golden : golden_cases("account")) {
    INFO(golden.path);
    const Audit audit = load(small_audit(golden));
    std::istringstream lines(golden.section("explain"));
    std::string text;
    for (std::string line; std::getline(lines, line);) text += explained(audit, line);
    check_golden(golden, "expected", text);
  }
}

}  // namespace remit::test
