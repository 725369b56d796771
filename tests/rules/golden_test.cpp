#include <sstream>

#include "dump.h"
#include "sample_model.h"
#include "support/catch.h"
#include "support/golden.h"
#include "text/render.h"

// A case has the file that is given in `--- rules`, others in `--- file PATH`, and values from
// outside in `--- parameters`, a line `name=value` each. Models and calendars are in
// sample_model.cpp.
namespace remit {
namespace {

std::string outcome_of(const test::GoldenCase& golden) {
  test::MemoryReader reader = test::sample_reader();
  for (const auto& [name, content] : golden.sections) {
    if (name.starts_with("file ")) reader.files[name.substr(5)] = content;
  }
  reader.files["rules.yaml"] = golden.section("rules");
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

TEST_CASE("rules: golden files") {
  for (const auto& golden : test::golden_cases("rules")) {
    INFO(golden.path);
    test::check_golden(golden, "expected", outcome_of(golden));
  }
}

}  // namespace
}  // namespace remit
