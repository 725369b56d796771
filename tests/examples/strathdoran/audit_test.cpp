#include "examples/audit.h"
#include "examples/planted_list.h"
#include "support/catch.h"
#include "support/golden.h"

namespace remit::test::example {

TEST_CASE("strathdoran: an audit finds what was planted, and nothing else") {
  const TemporaryFolder folder;
  const auto report = folder.path() / "findings.ndjson";
  CHECK(check({"scotland"}, report) == 1);
  const Lines found = reported_findings(read_file(report.string()));
  const Lines planted = planted_findings(list("planted.csv"));
  REQUIRE(planted.size() > 100);
  CHECK(without(planted, found) == "");
  CHECK(without(found, planted) == "");
}

TEST_CASE("strathdoran: every rule that is run has several breaches, and subjects that pass") {
  const TemporaryFolder folder;
  const auto summary = folder.path() / "summary.json";
  check({"scotland"}, folder.path() / "report.txt", "--summary \"" + summary.string() + '"');
  const std::string text = read_file(summary.string());
  CHECK(rules_that_show_too_little(text, list("planted.csv")) == "");
  CHECK(rules_without_breaches(text, list("planted.csv")) == "");
}

}  // namespace remit::test::example
