#include <nlohmann/json.hpp>

#include "examples/files.h"
#include "support/catch.h"
#include "support/golden.h"

namespace remit::test {
namespace {

using example::run;
using example::TemporaryFolder;

constexpr const char* kCases = "4000";

std::string quoted(const std::filesystem::path& path) { return '"' + path.string() + '"'; }

std::filesystem::path source(const char* path) {
  return std::filesystem::path(REMIT_SOURCE_DIR) / path;
}

int make_country(const std::filesystem::path& folder) {
  return run(std::string(BENCH_GENERATOR) + " country " + quoted(folder) + ' ' + kCases);
}

/// Audits the country; findings.ndjson and summary.json stand beside it.
int audit(const std::filesystem::path& folder) {
  return run(std::string(REMIT_PROGRAM) + " check --rules " + quoted(source("bench/rules.yaml")) +
             " --data " + quoted(folder / "country") +
             " --as-of 2026-02-28 --verdicts violation,unknown --format ndjson --output " +
             quoted(folder / "findings.ndjson") + " --summary " + quoted(folder / "summary.json") +
             " > " + quoted(folder / "counts.txt"));
}

bool has_sqlite() { return run("python3 -c 'import sqlite3' 2> /dev/null") == 0; }

}  // namespace

TEST_CASE("bench: the country is the same each time, and about one subject in fifty is in breach") {
  const TemporaryFolder folder;
  REQUIRE(make_country(folder.path() / "country") == 0);
  REQUIRE(make_country(folder.path() / "again") == 0);
  for (const auto& entry : std::filesystem::directory_iterator(folder.path() / "country")) {
    INFO(entry.path().string());
    CHECK(read_file(entry.path().string()) ==
          read_file((folder.path() / "again" / entry.path().filename()).string()));
  }
  REQUIRE(audit(folder.path()) == 1);
  const auto summary = nlohmann::json::parse(read_file((folder.path() / "summary.json").string()));
  CHECK(summary.at("rules").size() == 16);
  for (const auto& rule : summary.at("rules")) {
    INFO(rule.dump());
    const int judged = rule.at("subjects").get<int>() - rule.at("not_applicable").get<int>();
    const double share = rule.at("violation").get<double>() / judged;
    CHECK(share > 0.01);
    CHECK(share < 0.07);
  }
  for (const auto& table : summary.at("data")) CHECK(table.at("rejected") == 0);
}

TEST_CASE("bench: SQLite comes to the same findings") {
  if (!has_sqlite()) {
    WARN("there is no python3 with sqlite3 here, so nothing was compared");
    return;
  }
  const TemporaryFolder folder;
  REQUIRE(make_country(folder.path() / "country") == 0);
  REQUIRE(audit(folder.path()) == 1);
  const auto keys = folder.path() / "keys.csv";
  const std::string python = "PYTHONDONTWRITEBYTECODE=1 python3 ";
  const std::string out = " > " + quoted(folder.path() / "out.txt");
  REQUIRE(run(python + quoted(source("bench/tools/with_sqlite.py")) + ' ' +
              quoted(folder.path() / "country") + ' ' + quoted(keys) + out) == 0);
  const std::string compare = python + quoted(source("bench/tools/compare.py")) + ' ' +
                              quoted(folder.path() / "findings.ndjson") + ' ' + quoted(keys) + out;
  const int status = run(compare);
  INFO(read_file((folder.path() / "out.txt").string()));
  CHECK(status == 0);
  REQUIRE(run("sed -i '$d' " + quoted(keys)) == 0);
  CHECK(run(compare) == 1);
}

}  // namespace remit::test
