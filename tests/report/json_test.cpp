#include "report/json_text.h"

#include <algorithm>
#include <sstream>

#include "report/format.h"
#include "report/sample_audit.h"
#include "support/catch.h"

namespace remit::report {
namespace {

std::vector<std::string> ndjson(const findings::Audit& audit, const Options& options = {}) {
  std::ostringstream out;
  write_ndjson(audit, options, out);
  std::istringstream in(out.str());
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

}  // namespace

TEST_CASE("report: a line is one object, its members in the order of the reference") {
  std::string names;
  const std::vector<std::string> lines = ndjson(test::sample_audit());
  const Json json = Json::parse(lines[lines.size() - 2]);
  for (const auto& [name, value] : json.items()) names += name + " ";
  CHECK(names ==
        "rule verdict severity subject period due message evidence needs sources remedy "
        "fingerprint ");
}

TEST_CASE("report: any bytes give JSON that reads back, without control characters") {
  for (const std::string& line : ndjson(test::hostile_audit())) {
    INFO(line);
    CHECK(Json::accept(line));
    CHECK(std::none_of(line.begin(), line.end(), [](char byte) {
      return static_cast<unsigned char>(byte) < 0x20 || byte == '\x7f';
    }));
    CHECK(line.find("\xc2\x9b") == std::string::npos);
    CHECK(line.find("\xc2\x85") == std::string::npos);
  }
}

TEST_CASE("report: what is escaped reads back as what it was") {
  const std::string text = "a\x7f \xc2\x9b \xc2\xa3 \xc3\xbc \x1b";
  CHECK(Json::parse(json_text(Json(text))) == Json(text));
  CHECK(json_text(Json("\xff")) == "\"\xef\xbf\xbd\"");
}

TEST_CASE("report: findings and data findings are one stream in the order of their rules") {
  std::vector<std::string> rules;
  for (const std::string& line : ndjson(test::sample_audit())) {
    rules.push_back(Json::parse(line)["rule"]);
  }
  REQUIRE(rules.back() == "RUN");
  rules.pop_back();
  CHECK(rules.size() == 13);
  CHECK(std::is_sorted(rules.begin(), rules.end()));
}

TEST_CASE("report: a selection leaves out findings, never data findings") {
  Options options;
  options.selection.verdicts = {rules::Verdict::kDue};
  const std::vector<std::string> lines = ndjson(test::sample_audit(), options);
  CHECK(lines.size() == 8);
  CHECK(Json::parse(lines[6])["due"] == "2026-10-12");
  CHECK(Json::parse(lines.back())["verdicts"] == Json::array({"due"}));
  CHECK(Json::parse(lines.back())["lines"] == 7);
}

}  // namespace remit::report
