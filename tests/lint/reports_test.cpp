#include <algorithm>
#include <sstream>

#include <nlohmann/json.hpp>

#include "lint/lint.h"
#include "lint/reports/reports.h"
#include "support/catch.h"
#include "support/golden.h"

namespace remit::test {
namespace {

using Json = nlohmann::json;

/// A run that has found a warning in the second line of a file, and an error nowhere.
lint::Run sample() {
  const auto file = std::make_shared<text::SourceFile>("my rules/b\xc3\xa4r.yaml",
                                                       "ruleset: r\nsets: {\xc3\xbc: [x]}\n");
  lint::Run run;
  run.files = 1;
  run.rules = 2;
  run.found
      .warning("unused-set", {file, {18, 20}}, "no rule uses the code set `\xc3\xbc`", "drop it")
      .notes.push_back({"see also", {file, {0, 7}}});
  run.found.error("no-rules", {}, "there is no rule in what was given", "");
  return run;
}

Json written(void (*write)(const lint::Run&, const lint::ReportOptions&, std::ostream&)) {
  std::ostringstream out;
  write(sample(), {false, "9.9.9"}, out);
  return Json::parse(out.str());
}

}  // namespace

TEST_CASE("lint: JSON has each remark with its place") {
  const Json json = written(lint::write_json);
  CHECK(json["errors"] == 1);
  CHECK(json["warnings"] == 1);
  CHECK(json["found"][0]["where"]["line"] == 2);
  CHECK(json["found"][0]["where"]["column"] == 8);
  CHECK(json["found"][0]["where"]["end_column"] == 9);
  CHECK(json["found"][0]["page"] == "docs/checks.md#unused-set");
  CHECK(json["found"][0]["notes"][0]["where"]["line"] == 1);
  CHECK(json["found"][1]["where"].is_null());
  CHECK(json["found"][1]["page"].is_null());
}

TEST_CASE("lint: SARIF names rule, place and level") {
  const Json run = written(lint::write_sarif)["runs"][0];
  const Json& driver = run["tool"]["driver"];
  CHECK(driver["version"] == "9.9.9");
  const Json& warning = run["results"][0];
  CHECK(warning["level"] == "warning");
  CHECK(driver["rules"][warning["ruleIndex"].get<std::size_t>()]["id"] == "unused-set");
  const Json& place = warning["locations"][0]["physicalLocation"];
  CHECK(place["artifactLocation"]["uri"] == "my%20rules/b%C3%A4r.yaml");
  CHECK(place["region"]["startLine"] == 2);
  CHECK(place["region"]["startColumn"] == 8);
  CHECK(warning["relatedLocations"][0]["message"]["text"] == "see also");
  const Json& error = run["results"][1];
  CHECK(error["level"] == "error");
  CHECK(!error.contains("locations"));
  CHECK(driver["rules"][error["ruleIndex"].get<std::size_t>()]["id"] == "no-rules");
  for (const lint::Check& check : lint::checks()) {
    const auto known = std::find_if(driver["rules"].begin(), driver["rules"].end(),
                                    [&](const Json& rule) { return rule["id"] == check.code; });
    INFO(check.code);
    REQUIRE(known != driver["rules"].end());
    CHECK((*known)["help"]["text"].get<std::string>().find(lint::page_of(check.code)) !=
          std::string::npos);
  }
}

/// What the schema says of an object: its members, and those that must be there.
void check_members(const Json& schema, const std::string& definition, const Json& object) {
  const Json& wanted = definition.empty() ? schema : schema.at("definitions").at(definition);
  INFO(definition << " " << object.dump());
  if (wanted.contains("required")) {
    for (const Json& key : wanted["required"]) CHECK(object.contains(key.get<std::string>()));
  }
  for (const auto& [key, value] : object.items()) {
    REQUIRE(wanted["properties"].contains(key));
    const Json& member = wanted["properties"][key];
    const Json& part = member.contains("items") ? member["items"] : member;
    if (!part.contains("$ref")) continue;
    const std::string name = part["$ref"].get<std::string>().substr(14);
    for (const Json& each : value.is_array() ? value : Json::array({value})) {
      if (each.is_object()) check_members(schema, name, each);
    }
  }
}

TEST_CASE("lint: SARIF fits its schema") {
  const std::string folder = conformance_folder();
  if (folder.empty()) return;
  const Json schema = Json::parse(read_file(folder + "/sarif/sarif-schema-2.1.0.json"));
  check_members(schema, "", written(lint::write_sarif));
}

}  // namespace remit::test
