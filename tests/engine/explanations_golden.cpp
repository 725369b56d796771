#include "engine/small_audit.h"
#include "support/catch.h"

// What findings are explained with: tests/golden/explanation. For each finding its evidence and
// the cells that it needs, in the engine's words.
namespace remit::test {
namespace {

std::string line_of(const Audit& audit, const rules::Outcome& outcome) {
  std::string text = audit.rules.rules[outcome.rule].id + " " + outcome.subject.key + " " +
                     outcome.message + "\n  read:";
  for (const auto& item : outcome.evidence) {
    text += " " + item.path + "[" + item.key + "]=" + value::to_string(item.value);
  }
  text += "\n  needs:";
  for (const auto& need : outcome.needs) {
    text += " " + need.resource + "[" + need.key + "]." + need.field;
  }
  return text + "\n";
}

}  // namespace

TEST_CASE("engine explains findings by what decided them") {
  for (const GoldenCase& golden : golden_cases("explanation")) {
    INFO(golden.path);
    const Audit audit = load(small_audit(golden));
    std::string text;
    for (const auto& outcome : run(engine::evaluate, audit).outcomes.outcomes) {
      if (outcome.verdict <= rules::Verdict::kDue) text += line_of(audit, outcome);
    }
    check_golden(golden, "expected", text);
  }
}

}  // namespace remit::test
