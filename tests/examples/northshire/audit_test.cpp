#include "examples/northshire/files.h"
#include "examples/northshire/planted_list.h"
#include "support/catch.h"
#include "support/golden.h"

namespace remit::test::northshire {
namespace {

std::string quoted(const std::filesystem::path& path) { return '"' + path.string() + '"'; }

std::string planted_list() { return read_file((county_folder() / "planted.csv").string()); }

/// The program on the county with more options; its exit status.
int check(const std::filesystem::path& report, const std::string& options) {
  const std::filesystem::path rules =
      std::filesystem::path(REMIT_SOURCE_DIR) / "rules" / "england-children";
  return run(std::string(REMIT_PROGRAM) + " check --rules " + quoted(rules) + " --data " +
             quoted(county_folder() / "data") + " --as-of 2026-02-28 --format ndjson --output " +
             quoted(report) + ' ' + options + " >/dev/null 2>&1");
}

}  // namespace

TEST_CASE("northshire: an audit finds what was planted, and nothing else") {
  const TemporaryFolder folder;
  const auto report = folder.path() / "findings.ndjson";
  // 1: violations, and neither a rule nor the data that could not be read.
  CHECK(check(report, "--verdicts violation,unknown") == 1);
  const Lines found = reported_findings(read_file(report.string()));
  const Lines planted = planted_findings(planted_list());
  REQUIRE(planted.size() > 200);
  CHECK(without(planted, found) == "");
  CHECK(without(found, planted) == "");
}

TEST_CASE("northshire: every rule that has breaches planted has several, and subjects that pass") {
  const TemporaryFolder folder;
  const auto summary = folder.path() / "summary.json";
  check(folder.path() / "findings.ndjson", "--summary " + quoted(summary));
  CHECK(rules_that_show_too_little(read_file(summary.string()), planted_list()) == "");
}

}  // namespace remit::test::northshire
