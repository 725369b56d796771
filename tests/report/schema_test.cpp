#include <algorithm>
#include <set>
#include <sstream>

#include "report/format.h"
#include "report/json_text.h"
#include "report/published.h"
#include "report/sample_audit.h"
#include "support/catch.h"
#include "support/golden.h"

// Holds what is written against the schemas: not a validator, but every object must have exactly
// the members that its schema requires, and every member of the schema a description.
namespace remit::report {
namespace {

Json schema(const std::string& name) {
  return Json::parse(test::read_file(std::string(REMIT_SOURCE_DIR) + "/schemas/" + name));
}

std::set<std::string> members(const Json& object) {
  std::set<std::string> names;
  for (const auto& [name, value] : object.items()) names.insert(name);
  return names;
}

void check_object(const Json& schema, const Json& object) {
  INFO(object.dump());
  const std::set<std::string> there = members(object);
  const std::set<std::string> known = members(schema["properties"]);
  const auto required = schema["required"].get<std::set<std::string>>();
  CHECK(std::includes(there.begin(), there.end(), required.begin(), required.end()));
  CHECK(std::includes(known.begin(), known.end(), there.begin(), there.end()));
}

void check_history(const Json& definitions, const Json& history) {
  check_object(definitions["history"], history);
  const auto states =
      definitions["history"]["properties"]["state"]["enum"].get<std::set<std::string>>();
  CHECK(states.count(history["state"]) == 1);
  if (!history["former"].is_null()) check_object(definitions["former"], history["former"]);
}

void check_finding(const Json& definitions, const Json& finding) {
  const Json& shape = definitions["finding"];
  check_object(shape, finding);
  check_object(definitions["subject"], finding["subject"]);
  if (!finding["period"].is_null()) {
    check_object(shape["properties"]["period"], finding["period"]);
  }
  for (const char* list : {"evidence", "needs", "sources"}) {
    for (const Json& item : finding[list]) check_object(shape["properties"][list]["items"], item);
  }
  if (finding.contains("waiver")) check_object(definitions["waiver"], finding["waiver"]);
  if (finding.contains("history")) check_history(definitions, finding["history"]);
  CHECK(finding.contains("waiver") == (finding["verdict"] == "waived"));
  const auto verdicts = shape["properties"]["verdict"]["enum"].get<std::set<std::string>>();
  CHECK(verdicts.count(finding["verdict"]) == 1);
}

void check_described(const Json& shape) {
  if (shape.is_object() && shape.contains("properties") && shape["properties"].is_object()) {
    for (const auto& [name, property] : shape["properties"].items()) {
      INFO(name);
      CHECK((property.contains("description") || property.contains("$ref") ||
             property.contains("const")));
    }
  }
  if (!shape.is_structured()) return;
  for (const Json& part : shape) check_described(part);
}

}  // namespace

TEST_CASE("report: ndjson has the shape of finding.schema.json") {
  const Json definitions = schema("finding.schema.json")["$defs"];
  std::ostringstream out;
  Options options;
  options.selection.verdicts.push_back(rules::Verdict::kWaived);
  write_ndjson(test::compared_audit(), options, out);
  std::istringstream lines(out.str());
  std::size_t data = 0;
  std::size_t waivers = 0;
  std::size_t past = 0;
  std::size_t runs = 0;
  std::size_t found = 0;
  for (std::string line; std::getline(lines, line);) {
    const Json json = Json::parse(line);
    if (json["verdict"] == "data") {
      ++data;
      check_object(definitions["data_finding"], json);
    } else if (json["verdict"] == "waiver") {
      ++waivers;
      check_object(definitions["waiver_finding"], json);
    } else if (json["verdict"] == "fixed" || json["verdict"] == "not_judged") {
      ++past;
      check_object(definitions["past_finding"], json);
      check_history(definitions, json["history"]);
    } else if (json["verdict"] == "run") {
      ++runs;
      check_object(definitions["run"], json);
      CHECK(json["lines"] == data + waivers + past + found);
    } else {
      ++found;
      check_finding(definitions, json);
    }
  }
  CHECK(past == 3);
  CHECK(runs == 1);
  CHECK(data == 6);
  CHECK(waivers == 2);
}

TEST_CASE("report: the summary has the shape of summary.schema.json") {
  const Json shape = schema("summary.schema.json");
  std::ostringstream out;
  write_summary_json(test::compared_audit(), out);
  const Json json = Json::parse(out.str());
  check_object(shape, json);
  check_object(shape["properties"]["baseline"], json["baseline"]);
  REQUIRE(json["rules"].size() == 4);
  for (const Json& rule : json["rules"]) {
    check_object(shape["properties"]["rules"]["items"], rule);
  }
  for (const Json& table : json["data"]) {
    check_object(shape["properties"]["data"]["items"], table);
    CHECK(table["read"].get<int>() ==
          table["kept"].get<int>() + table["rejected"].get<int>() + table["later"].get<int>());
  }
}

TEST_CASE("report: published counts have the shape of published.schema.json") {
  const Json shape = schema("published.schema.json");
  const findings::Audit audit = test::sample_audit();
  std::ostringstream out;
  write_published_json(audit, findings::publish(audit, 5), {}, out);
  const Json json = Json::parse(out.str());
  check_object(shape, json);
  REQUIRE(json["rules"].size() == 4);
  for (const Json& rule : json["rules"]) {
    check_object(shape["properties"]["rules"]["items"], rule);
  }
  check_object(shape["properties"]["all"], json["all"]);
}

TEST_CASE("report: the schemas describe what they name") {
  check_described(schema("finding.schema.json"));
  check_described(schema("published.schema.json"));
  check_described(schema("summary.schema.json"));
}

}  // namespace remit::report
