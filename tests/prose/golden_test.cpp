#include "support/golden.h"
#include "prose/prose.h"
#include "rules/sample_model.h"
#include "support/catch.h"
#include "text/render.h"

// A case has a rule set in `--- rules`, or the name of a pack that remit ships in `--- pack`. What
// is expected is every rule read out. The model and the calendar are in rules/sample_model.cpp.
namespace remit {
namespace {

std::string read_out(const rules::RuleSet& rules) {
  std::string text;
  for (const rules::Rule& rule : rules.rules) {
    text += (text.empty() ? "" : "\n") + rule.id + "\n" + prose::plain(prose::read_out(rule));
  }
  return text;
}

std::string outcome_of(const test::GoldenCase& golden) {
  test::MemoryReader reader = test::sample_reader();
  reader.files["rules.yaml"] = golden.section("rules");
  text::Diagnostics diagnostics;
  const auto rules = rules::load({"rules.yaml"}, {"/home", {}}, reader, diagnostics);
  return text::render(diagnostics) + (rules ? read_out(*rules) : "");
}

TEST_CASE("prose: golden files") {
  for (const auto& golden : test::golden_cases("prose")) {
    INFO(golden.path);
    test::check_golden(golden, "expected", outcome_of(golden));
  }
}

}  // namespace
}  // namespace remit
