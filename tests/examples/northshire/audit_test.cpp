#include <sstream>

#include "examples/audit.h"
#include "examples/planted_list.h"
#include "support/catch.h"
#include "support/golden.h"

namespace remit::test::example {
namespace {

/// The packs of the country, which planted.csv is about.
const std::vector<std::string> kPacks{"england-children", "england-adults", "residential",
                                      "workforce"};

/// The violations and unknowns of the rules of a pack whose ids begin so.
Lines found_by(const std::string& pack, const std::string& prefix) {
  const TemporaryFolder folder;
  const auto report = folder.path() / "findings.ndjson";
  CHECK(check({pack}, report) == 1);
  Lines lines;
  for (const std::string& line : reported_findings(read_file(report.string()))) {
    if (line.rfind(prefix, 0) == 0) lines.push_back(line);
  }
  return lines;
}

/// The lines of a report that say how much was judged and found.
std::vector<std::string> figures(const std::string& report) {
  std::vector<std::string> lines;
  std::istringstream text(report);
  for (std::string line; std::getline(text, line);) {
    for (const char* word : {" rules on ", " violations of ", " unknown: ", " due: "}) {
      if (line.find(word) != std::string::npos && line[0] != ' ') lines.push_back(line);
    }
    if (lines.size() == 4) break;
  }
  return lines;
}

}  // namespace

TEST_CASE("northshire: an audit finds what was planted, and nothing else") {
  const TemporaryFolder folder;
  const auto report = folder.path() / "findings.ndjson";
  // 1: violations, and neither a rule nor the data that could not be read.
  CHECK(check(kPacks, report) == 1);
  const Lines found = reported_findings(read_file(report.string()));
  const Lines planted = planted_findings(list("planted.csv"));
  REQUIRE(planted.size() > 400);
  CHECK(without(planted, found) == "");
  CHECK(without(found, planted) == "");
}

TEST_CASE("northshire: every rule that has breaches planted has several, and subjects that pass") {
  const TemporaryFolder folder;
  const auto summary = folder.path() / "summary.json";
  check(kPacks, folder.path() / "report.txt", "--summary \"" + summary.string() + '"');
  CHECK(rules_that_show_too_little(read_file(summary.string()), list("planted.csv")) == "");
}

TEST_CASE("northshire: every rule that applies has breaches planted, but for one on the council") {
  const TemporaryFolder folder;
  const auto summary = folder.path() / "summary.json";
  check(kPacks, folder.path() / "report.txt", "--summary \"" + summary.string() + '"');
  // There is one council, and it has what the rule asks.
  CHECK(rules_without_breaches(read_file(summary.string()), list("planted.csv")) == "EA-PS-002\n");
}

TEST_CASE("northshire: the local packs find what their lists say, and nothing else") {
  struct LocalPack {
    std::string name;
    std::string prefix;
  };
  for (const LocalPack& pack :
       {LocalPack{"calderdale-fit", "CF-"}, LocalPack{"four-weekly-supervision", "FW-"}}) {
    INFO(pack.name);
    const Lines found = found_by(pack.name, pack.prefix);
    const Lines planted = planted_findings(list("planted-" + pack.name + ".csv"));
    REQUIRE(planted.size() > 5);
    CHECK(without(planted, found) == "");
    CHECK(without(found, planted) == "");
  }
  // The months of the pilot lie before the records.
  CHECK(found_by("peterborough-2016", "PB-").empty());
}

TEST_CASE("northshire: a project made for the export finds what the pack finds") {
  const TemporaryFolder folder;
  const std::string place = " \"" + folder.path().string() + '"';
  std::filesystem::copy(example_folder() / "data", folder.path() / "data");
  REQUIRE(run(std::string(REMIT_PROGRAM) + " init" + place + " >/dev/null") == 0);
  const auto report = folder.path() / "report.ndjson";
  const auto by_project = folder.path() / "findings.ndjson";
  check({"england-children"}, report);
  CHECK(run(std::string(REMIT_PROGRAM) + " check --project" + place +
            " --as-of 2026-02-28 --verdicts violation,unknown >/dev/null 2>&1") == 1);
  const Lines found = reported_findings(read_file(by_project.string()));
  REQUIRE(found.size() > 300);
  CHECK(found == reported_findings(read_file(report.string())));
}

TEST_CASE("northshire: the page at the top shows the figures of the audit") {
  const TemporaryFolder folder;
  const auto report = folder.path() / "report.txt";
  check({"england-children"}, report, "--format text");
  const std::vector<std::string> lines = figures(read_file(report.string()));
  REQUIRE(lines.size() == 4);
  const std::string page = read_file(REMIT_SOURCE_DIR "/README.md");
  for (const std::string& line : lines) CHECK(page.find(line + "\n") != std::string::npos);
}

}  // namespace remit::test::example
