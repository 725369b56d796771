
#include "engine/small_audit.h"
#include "support/catch.h"
#include "support/golden.h"

// Small audits of every kind, worked out by hand: tests/golden/evaluation. Each has rules, the
// rows of `owners` and `items`, and what both evaluators must say.
namespace remit::test {
namespace {

std::string said(Evaluate evaluate, const Audit& audit) {
  const auto evaluation = run(evaluate, audit);
  std::string text;
  for (const auto& line : outcome_lines(audit, evaluation)) text += line + "\n";
  for (const auto& line : tally_lines(audit, evaluation)) text += line + "\n";
  return text;
}

}  // namespace

TEST_CASE("engine evaluates small audits of every kind as worked out by hand") {
  for (const GoldenCase& golden : golden_cases("evaluation")) {
    INFO(golden.path);
    const Audit audit = load(small_audit(golden));
    for (const auto& [name, evaluate] : evaluators()) {
      INFO(name);
      check_golden(golden, "expected", said(evaluate, audit));
    }
  }
}

}  // namespace remit::test
