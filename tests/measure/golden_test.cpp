#include <sstream>

#include "measure/reports/reports.h"
#include "sample_cases.h"
#include "support/catch.h"
#include "support/golden.h"

// A case has a rule set in `--- rules` and cases in `--- cases`; expected are the texts of the
// coverage and of the mutants, as far as the case has a section for them.
namespace remit {
namespace {

TEST_CASE("measure: golden files") {
  const cases::ReportOptions look{100, false, true};
  for (const auto& golden : test::golden_cases("measure")) {
    INFO(golden.path);
    test::SampleCases sample(golden.section("rules"), golden.section("cases"));
    const auto loaded = sample.load();
    const cases::Run run = cases::run(loaded, nullptr);
    for (const auto& result : run.files.front().results) {
      INFO(result.name);
      CHECK(result.status == cases::Status::kPassed);
    }
    const auto targets = measure::targets_of(loaded);
    std::ostringstream coverage;
    measure::write_text(measure::coverage_of(targets), look, coverage);
    if (golden.has("coverage")) test::check_golden(golden, "coverage", coverage.str());
    std::ostringstream mutants;
    measure::write_text(measure::mutants_noticed(targets, loaded, nullptr), look, mutants);
    if (golden.has("mutants")) test::check_golden(golden, "mutants", mutants.str());
  }
}

}  // namespace
}  // namespace remit
