#include <sstream>

#include "cases/pack.h"
#include "cases/reports/reports.h"
#include "support/catch.h"
#include "support/golden.h"
#include "text/render.h"

// A golden case has `cases`, a case file, and may have `rules` (else tests/golden/cases/rules.yaml
// serve) and `options` (`verbose`, `only ID`, `filter TEXT`, `format NAME`). What is expected is
// what is wrong with the files and the report.
namespace remit::test {
namespace {

struct Asked {
  cases::Selection selection;
  cases::ReportOptions look;
  std::string format = "text";
};

Asked read_options(const std::string& text) {
  Asked asked;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const std::string word = line.substr(0, line.find(' '));
    const std::string rest = line.substr(std::min(line.size(), word.size() + 1));
    if (word == "verbose") asked.look.verbose = true;
    if (word == "only") asked.selection.only.push_back(rest);
    if (word == "filter") asked.selection.filter = rest;
    if (word == "format") asked.format = rest;
    if (word == "width") asked.look.width = static_cast<std::size_t>(std::stoi(rest));
  }
  return asked;
}

std::string report(const cases::Run& run, const Asked& asked) {
  std::ostringstream out;
  for (const cases::ReportFormat& format : cases::report_formats()) {
    if (format.name == asked.format) format.write(run, asked.look, out);
  }
  return out.str();
}

}  // namespace

TEST_CASE("cases: golden cases") {
  for (const GoldenCase& golden : golden_cases("cases")) {
    INFO(golden.path);
    const Pack pack = small_pack(golden.section("rules"), golden.section("cases"));
    const Asked asked = read_options(golden.section("options"));
    text::Diagnostics diagnostics;
    const cases::Run run = run_pack(pack, asked.selection, diagnostics);
    const std::string found = run.cases() > 0 ? report(run, asked) : "";
    check_golden(golden, "expected", text::render(diagnostics) + found);
  }
}

}  // namespace remit::test
