#include "remit/advise.h"
#include "docs/schema.h"
#include "support/catch.h"

// The schemas of answers describe what is written.
namespace remit::test {
namespace {

const std::string kTop = REMIT_SOURCE_DIR;

std::unique_ptr<Advisor> county() {
  Request request;
  request.rules = {kTop + "/rules/england-children"};
  request.data = kTop + "/examples/northshire/data";
  request.as_of = value::parse_date("2026-02-28").value();
  request.home = kTop;
  text::Diagnostics diagnostics;
  Obstacle obstacle = Obstacle::kNone;
  auto advisor = Advisor::load(request, obstacle, diagnostics);
  REQUIRE(advisor);
  return advisor;
}

}  // namespace

TEST_CASE("docs: answers before an assignment fit their schemas") {
  const auto advisor = county();
  text::Diagnostics diagnostics;
  for (const char* worker : {"W000003", "W000082", "W000127"}) {
    INFO(worker);
    const auto answer = advisor->precheck(
        {End{"AL000003", {}}, Assign{"C000002", worker, "", {}, false, ""}}, diagnostics);
    REQUIRE(answer);
    const Json json = Json::parse(to_json(*advisor, *answer));
    CHECK(breaches(read_schema("precheck"), json) == "");
    for (const char* list : {"causes", "waived", "cannot_tell", "brings", "ends"}) {
      for (const Json& finding : json.at(list)) CHECK(finding.at("rule").is_string());
    }
  }
  Question question;
  question.subject = "C000002";
  question.role = "iro";
  question.until = value::parse_date("2026-03-05");
  question.most_searched = 2;
  const auto answer = advisor->who(question, diagnostics);
  REQUIRE(answer);
  CHECK(breaches(read_schema("who"), Json::parse(to_json(*advisor, *answer, 3))) == "");
}

}  // namespace remit::test
