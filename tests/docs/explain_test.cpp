#include <sstream>

#include "docs/schema.h"
#include "remit/explain.h"
#include "report/explanation.h"
#include "support/catch.h"
#include "support/golden.h"

// docs/explain.md shows what the program says of the example county, and the schema of
// explanations describes what it writes.
namespace remit::test {
namespace {

const std::string kTop = REMIT_SOURCE_DIR;

std::vector<findings::Explanation> explained(const std::string& rule, const std::string& subject) {
  Request request;
  request.rules = {kTop + "/rules/england-children"};
  request.data = kTop + "/examples/northshire/data";
  request.as_of = value::parse_date("2026-02-28").value();
  request.home = kTop;
  text::Diagnostics diagnostics;
  const ExplainResult result = explain(request, rule, subject, diagnostics);
  REQUIRE(!diagnostics.has_errors());
  REQUIRE(!result.explanations.empty());
  return result.explanations;
}

}  // namespace

TEST_CASE("docs: the page on explanations shows what the program writes") {
  report::Options options;
  options.width = 80;
  std::ostringstream out;
  report::write_explanations(explained("EC-VR-002", "ST002009"), options, out);
  CHECK(read_file(kTop + "/docs/explain.md").find("```\n" + out.str() + "```\n") !=
        std::string::npos);
}

TEST_CASE("docs: explanations fit their schema") {
  const Json schema = read_schema("explanation");
  const std::vector<std::pair<std::string, std::string>> cases{
      {"EC-VR-002", "ST002009"}, {"EC-VR-006", "ST002035"},   {"EC-RG-001", "PO000127"},
      {"EC-RT-001", "AC000917"}, {"EC-SV-002", "SU004687"},   {"EC-VR-005", "VI011852"},
      {"EC-AL-004", "ST000003"}, {"EC-AL-005", "AL002562"},   {"EC-RG-001", "W000001"},
      {"EC-SV-003", "PO000002"}, {"EC-AL-006", "no such key"}};
  for (const auto& [rule, subject] : cases) {
    INFO(rule << " " << subject);
    std::ostringstream out;
    report::write_explanations_json(explained(rule, subject), out);
    CHECK(breaches(schema, Json::parse(out.str())) == "");
  }
}

}  // namespace remit::test
