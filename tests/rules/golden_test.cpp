#include <sstream>

#include "dump.h"
#include "sample_model.h"
#include "support/catch.h"
#include "support/golden.h"
#include "text/render.h"

// A case has the file that is given in `--- rules`, others in `--- file PATH`, and values from
// outside in `--- parameters`, a line `name=value` each. Models and calendars are in
// sample_model.cpp. A case of mistakes has many files instead: what they begin with in
// `--- head`, then the rest of each in `--- mistake NAME`.
namespace remit {
namespace {

constexpr std::string_view kMistake = "mistake ";

std::string outcome_of(const test::GoldenCase& golden, const std::string& content) {
  test::MemoryReader reader = test::sample_reader();
  for (const auto& [name, text] : golden.sections) {
    if (name.starts_with("file ")) reader.files[name.substr(5)] = text;
  }
  reader.files["rules.yaml"] = content;
  rules::LoadOptions options{"/home", {}};
  std::istringstream lines(golden.section("parameters"));
  for (std::string line; std::getline(lines, line);) {
    const std::size_t equals = line.find('=');
    options.parameters[line.substr(0, equals)] = line.substr(equals + 1);
  }
  text::Diagnostics diagnostics;
  const auto rules = rules::load({"rules.yaml"}, options, reader, diagnostics);
  CHECK(rules.has_value() != diagnostics.has_errors());
  return text::render(diagnostics) + (rules ? test::dump(*rules) : "");
}

/// What is said of each mistake. None may be read as if it were right.
std::string outcomes_of_mistakes(const test::GoldenCase& golden) {
  std::string outcomes;
  for (const auto& [name, text] : golden.sections) {
    if (!name.starts_with(kMistake)) continue;
    INFO(name);
    const std::string outcome = outcome_of(golden, golden.section("head") + text);
    CHECK(outcome.find("error: ") != std::string::npos);
    outcomes += "> " + name.substr(kMistake.size()) + "\n" + outcome;
  }
  return outcomes;
}

TEST_CASE("rules: golden files") {
  for (const auto& golden : test::golden_cases("rules")) {
    INFO(golden.path);
    const bool mistakes = golden.path.find("/rules/mistakes/") != std::string::npos;
    test::check_golden(
        golden, "expected",
        mistakes ? outcomes_of_mistakes(golden) : outcome_of(golden, golden.section("rules")));
  }
}

}  // namespace
}  // namespace remit
