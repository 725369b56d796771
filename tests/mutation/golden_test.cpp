#include <fmt/format.h>

#include "mutation/mutant.h"
#include "rules/sample_model.h"
#include "support/catch.h"
#include "support/golden.h"
#include "text/render.h"

// A case has a rule set over the model of tests/rules/sample_model.cpp in `--- rules`; expected
// are all mutants of each rule, one a line: where, what, and what case would notice.
namespace remit {
namespace {

std::string place_of(const text::Location& where) {
  const text::Place place = where.file->place(where.span.begin);
  return fmt::format("{}:{}", place.line, place.column);
}

std::string mutants_in(const test::GoldenCase& golden) {
  test::MemoryReader reader = test::sample_reader();
  reader.files["rules.yaml"] = golden.section("rules");
  text::Diagnostics diagnostics;
  const auto rules = rules::load({"rules.yaml"}, {"/home", {}}, reader, diagnostics);
  if (!rules) return text::render(diagnostics);
  std::string text;
  for (const rules::Rule& rule : rules->rules) {
    const auto mutants = mutation::mutants_of(rule);
    text += fmt::format("{}: {} mutants\n", rule.id, mutants.size());
    for (const auto& mutant : mutants) {
      text += fmt::format("  {}{} {}: {}\n    {}\n", mutant.shared.empty() ? "" : "shared ",
                          place_of(mutant.where), mutant.id, mutant.change, mutant.missing_case);
    }
  }
  return text;
}

TEST_CASE("mutation: golden files") {
  for (const auto& golden : test::golden_cases("mutation")) {
    INFO(golden.path);
    test::check_golden(golden, "expected", mutants_in(golden));
  }
}

}  // namespace
}  // namespace remit
