#include "comparison/difference.h"

#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "comparison/format.h"
#include "support/catch.h"
#include "support/golden.h"

namespace remit::comparison {
namespace {

using Json = nlohmann::json;
using rules::Verdict;

value::Date day(const std::string& text) { return value::parse_date(text).value(); }

findings::Audit audit(const std::string& as_of) {
  findings::Audit audit;
  audit.name = "sample";
  audit.as_of = day(as_of);
  for (const char* id : {"R2", "R1", "R3"}) {
    findings::RuleResult rule;
    rule.id = id;
    audit.rules.push_back(rule);
  }
  return audit;
}

void add(findings::Audit& audit, std::size_t rule, Verdict verdict, const std::string& key,
         const std::string& from = "2026-01-05") {
  rules::Outcome outcome;
  outcome.rule = rule;
  outcome.verdict = verdict;
  outcome.subject = {"worker", key};
  outcome.period = value::make_period(day(from), day("2026-02-01"));
  audit.findings.push_back({outcome, {}, {}, 0, {}});
  findings::sort(audit);
}

std::vector<std::string> lines(const Difference& difference) {
  std::vector<std::string> result;
  for (const Change& change : difference.changes) {
    std::string line(change.rule);
    line += ' ';
    line += change.key;
    line += ' ';
    line += word(change.before);
    line += ' ';
    line += word(change.after);
    result.push_back(line);
  }
  return result;
}

std::set<std::string> members(const Json& object) {
  std::set<std::string> names;
  for (const auto& [name, value] : object.items()) names.insert(name);
  return names;
}

void check_object(const Json& shape, const Json& object) {
  CHECK(members(object) == shape.at("required").get<std::set<std::string>>());
  CHECK(members(object) == members(shape.at("properties")));
}

}  // namespace

TEST_CASE("comparison: a subject counts under its worst verdict, in the order of rule and key") {
  findings::Audit before = audit("2026-03-01");
  add(before, 0, Verdict::kViolation, "W1");
  add(before, 0, Verdict::kUnknown, "W1", "2026-01-10");
  add(before, 1, Verdict::kDue, "W2");
  add(before, 1, Verdict::kViolation, "W3");
  findings::Audit after = audit("2026-03-02");
  add(after, 0, Verdict::kUnknown, "W1");
  add(after, 1, Verdict::kViolation, "W3", "2026-01-20");
  add(after, 1, Verdict::kWaived, "W4");
  after.rules[2].tally.not_run = "a table is missing";
  add(before, 2, Verdict::kDue, "W5");
  const baseline::Run a = run_of(before);
  const baseline::Run b = run_of(after);
  const Difference difference = comparison::difference(a, b);
  CHECK(lines(difference) == std::vector<std::string>{"R1 W2 due none", "R1 W4 none waived",
                                                      "R2 W1 violation unknown",
                                                      "R3 W5 due not_judged"});
  CHECK(difference.same == 1);
  CHECK(difference.removed == std::vector<std::string>{"R3"});
  CHECK(difference.added.empty());
  CHECK(difference.counts.at({"due", "none"}) == 1);
}

TEST_CASE("comparison: runs that are the same have no difference") {
  findings::Audit one = audit("2026-03-01");
  add(one, 0, Verdict::kViolation, "W1");
  const baseline::Run run = run_of(one);
  const Difference difference = comparison::difference(run, run);
  CHECK(difference.changes.empty());
  CHECK(difference.same == 1);
}

TEST_CASE("comparison: json has the shape of comparison.schema.json, and csv cells cannot act") {
  findings::Audit before = audit("2026-03-01");
  add(before, 0, Verdict::kViolation, "=W1,\"x\"");
  const baseline::Run a = run_of(before);
  const baseline::Run b = run_of(audit("2026-03-02"));
  const Difference difference = comparison::difference(a, b);
  const Pages pages{{"a", "sample", "1", a.as_of}, {"b", "sample", "2", b.as_of}, difference};
  std::ostringstream text;
  write_json(pages, {}, text);
  const Json json = Json::parse(text.str());
  const Json schema = Json::parse(
      test::read_file(std::string(REMIT_SOURCE_DIR) + "/schemas/comparison.schema.json"));
  const Json& parts = schema.at("properties");
  check_object(schema, json);
  check_object(schema.at("$defs").at("run"), json.at("before"));
  REQUIRE(json.at("changes").size() == 1);
  check_object(parts.at("changes").at("items"), json.at("changes").at(0));
  check_object(schema.at("$defs").at("side"), json.at("changes").at(0).at("before"));
  REQUIRE(json.at("counts").size() == 1);
  check_object(parts.at("counts").at("items"), json.at("counts").at(0));
  std::ostringstream csv;
  write_csv(pages, {}, csv);
  CHECK(
      csv.str().find("R2,worker,\"'=W1,\"\"x\"\"\",violation,2026-01-05,2026-01-31,,none,,,\r\n") !=
      std::string::npos);
}

}  // namespace remit::comparison
