#include <fmt/format.h>

#include <filesystem>

#include "cases/load.h"
#include "docs/example.h"
#include "docs/schema.h"
#include "model/load.h"
#include "project/load.h"
#include "rules/calendar.h"
#include "rules/ruleset.h"
#include "support/catch.h"
#include "waivers/load.h"
#include "yaml/node.h"

// What the schemas tell an editor is what the loaders read: the same keys in every place, and
// everything that is shipped or shown fits them.
namespace remit::test {
namespace {

namespace fs = std::filesystem;

const std::string kTop = REMIT_SOURCE_DIR;
const std::string kStranger = "zzzzqqqqzzzzqqqq";  // near to no key

text::SourcePtr source(const std::string& content) {
  return std::make_shared<text::SourceFile>("probe.yaml", content);
}

/// One rule file, with the examples' model beside it.
class OneFile : public rules::FileReader {
 public:
  explicit OneFile(std::string content) : content_(std::move(content)) {}
  std::optional<std::string> read(const std::string& path) const override {
    if (fs::path(path).filename() == "probe.yaml") return content_;
    if (fs::path(path).filename() == "model.yaml") return shared_model();
    return std::nullopt;
  }

 private:
  std::string content_;
};

void load_rules(const std::string& content, text::Diagnostics& diagnostics) {
  rules::load({"./probe.yaml"}, {}, OneFile(content), diagnostics);
}

void load_model(const std::string& content, text::Diagnostics& diagnostics) {
  model::load(source(content), diagnostics);
}

void load_calendar(const std::string& content, text::Diagnostics& diagnostics) {
  rules::load_calendar(source(content), diagnostics);
}

void load_waivers(const std::string& content, text::Diagnostics& diagnostics) {
  waivers::load(source(content), diagnostics);
}

void load_project(const std::string& content, text::Diagnostics& diagnostics) {
  project::load(source(content), diagnostics);
}

void load_cases(const std::string& content, text::Diagnostics& diagnostics) {
  const OneFile reader(
      "ruleset: r\nmodel: ./model.yaml\nrules:\n  - {id: R, kind: require, title: t, "
      "severity: major, for: c in cases, require: 'true'}\n");
  cases::RuleSets rule_sets("", reader);
  cases::load(source(content), rule_sets, diagnostics);
}

/// An object of a schema, and a document in which a loader comes upon it: `@` stands for its keys.
struct Place {
  const char* pointer;
  const char* document;
};

/// A document that has every key of the schema at the place, and one that nothing knows.
std::string probe(const Place& place, const Keys& keys) {
  std::string all;
  for (const std::string& key : keys) all += key + ": , ";
  std::string document = place.document;
  return document.replace(document.find('@'), 1, all + kStranger + ": ");
}

/// The keys that a loader knows beside those of the document.
Keys known_besides(const std::string& help) {
  Keys keys;
  for (std::size_t at = help.find('`'); at != std::string::npos; at = help.find('`', at + 1)) {
    const std::size_t end = help.find('`', at + 1);
    if (end == std::string::npos) break;
    keys.insert(help.substr(at + 1, end - at - 1));
    at = end;
  }
  return keys;
}

/// Holds what the loader says of the stranger against the keys of the schema, all of which it was
/// given: it names no further key, and knows each of them.
void compare(const Keys& keys, const text::Diagnostics& diagnostics) {
  std::vector<std::string> unknown;
  for (const text::Diagnostic& diagnostic : diagnostics.all()) {
    if (diagnostic.code != "unknown-key") continue;
    unknown.push_back(diagnostic.message.substr(0, diagnostic.message.find(" in ")));
    for (const std::string& key : known_besides(diagnostic.help)) {
      INFO("the loader knows `" << key << "`: " << diagnostic.message);
      CHECK(keys.count(key) == 1);
    }
  }
  CHECK(unknown == std::vector<std::string>{"unknown key `" + kStranger + "`"});
}

template <typename Load>
void compare_places(const std::string& name, const std::vector<Place>& places, Load load) {
  const Json schema = read_schema(name);
  for (const Place& place : places) {
    const Json& object = schema.at(Json::json_pointer(place.pointer));
    Keys keys;
    for (const auto& [key, value] : object.at("properties").items()) keys.insert(key);
    const std::string document = probe(place, keys);
    INFO(name << place.pointer << "\n" << document);
    text::Diagnostics diagnostics;
    load(document, diagnostics);
    compare(keys, diagnostics);
  }
}

std::string fits(const std::string& schema, const std::string& content) {
  text::Diagnostics diagnostics;
  const auto document = yaml::parse(source(content), diagnostics);
  REQUIRE(document);
  return breaches(read_schema(schema), to_json(*document));
}

/// Every part of a schema that describes a key says what it is for.
void check_described(const Json& schema, const std::string& path) {
  if (!schema.is_object()) return;
  if (schema.contains("properties")) {
    for (const auto& [key, part] : schema["properties"].items()) {
      const bool described =
          part.contains("description") || part.contains("$ref") || part.contains("const");
      INFO(path << "/" << key);
      CHECK(described);
    }
  }
  for (const auto& [key, part] : schema.items()) {
    if (key != "examples") check_described(part, path + "/" + key);
  }
}

}  // namespace

TEST_CASE("docs: the schema of rule sets has the loader's keys") {
  compare_places(
      "ruleset",
      {{"", "{@}"},
       {"/$defs/source", "{ruleset: r, sources: {s: {@}}}"},
       {"/$defs/parameter", "{ruleset: r, parameters: {p: {@}}}"},
       {"/$defs/series/items", "{ruleset: r, parameters: {p: {type: integer, series: [{@}]}}}"},
       {"/$defs/code", "{ruleset: r, sets: {s: [{@}]}}"},
       {"/$defs/definition", "{ruleset: r, definitions: {d: {@}}}"},
       {"/$defs/effective", "{ruleset: r, rules: [{id: R, effective: {@}}]}"},
       {"/$defs/citation", "{ruleset: r, rules: [{id: R, source: [{@}]}]}"},
       {"/$defs/phase", "{ruleset: r, rules: [{id: R, kind: frequency, phases: [{@}]}]}"},
       {"/$defs/line", "{ruleset: r, rules: [{id: R, kind: reserve, reserved: [{@}]}]}"},
       {"/$defs/allowance", "{ruleset: r, allow: [{@}]}"},
       {"/$defs/override", "{ruleset: r, overrides: [{@}]}"}},
      load_rules);
}

TEST_CASE("docs: the schema of rule sets has the keys of each kind of rule") {
  const Json schema = read_schema("ruleset");
  const Json& rule = schema.at("$defs").at("rule");
  CHECK(rule.at("allOf").size() == rule.at("properties").at("kind").at("enum").size());
  Keys all;
  for (const Json& branch : rule.at("allOf")) {
    const auto kind = branch.at("if").at("properties").at("kind").at("const").get<std::string>();
    Keys keys;
    for (const Json& key : branch.at("then").at("propertyNames").at("enum")) keys.insert(key);
    all.insert(keys.begin(), keys.end());
    std::string rest;
    for (const std::string& key : keys) {
      if (key != "kind") rest += key + ": , ";
    }
    text::Diagnostics diagnostics;
    load_rules(fmt::format("{{ruleset: r, rules: [{{kind: {}, {}{}: }}]}}", kind, rest, kStranger),
               diagnostics);
    INFO(kind);
    compare(keys, diagnostics);
    for (const text::Diagnostic& diagnostic : diagnostics.all()) {
      CHECK(diagnostic.code != "foreign-key");
    }
  }
  Keys described;
  for (const auto& [key, value] : rule.at("properties").items()) described.insert(key);
  CHECK(all == described);
}

TEST_CASE("docs: the schema of models has the loader's keys") {
  compare_places(
      "model",
      {{"", "{@}"},
       {"/$defs/resource", "{model: m, resources: [{@}]}"},
       {"/$defs/schema", "{model: m, resources: [{name: t, schema: {@}}]}"},
       {"/$defs/field", "{model: m, resources: [{name: t, schema: {fields: [{@}]}}]}"},
       {"/$defs/constraints",
        "{model: m, resources: [{name: t, schema: {fields: [{name: f, type: string, "
        "constraints: {@}}]}}]}"},
       {"/$defs/foreignKey", "{model: m, resources: [{name: t, schema: {foreignKeys: [{@}]}}]}"},
       {"/$defs/foreignKey/properties/reference",
        "{model: m, resources: [{name: t, schema: {foreignKeys: [{reference: {@}}]}}]}"},
       {"/$defs/assignment", "{model: m, resources: [{name: t, assignment: {@}}]}"},
       {"/$defs/period", "{model: m, resources: [{name: t, periods: {p: {@}}}]}"}},
      load_model);
}

TEST_CASE("docs: the schema of calendars has the loader's keys") {
  compare_places("calendar",
                 {{"", "{@}"},
                  {"/properties/covers", "{calendar: c, covers: {@}}"},
                  {"/properties/holidays/items", "{calendar: c, holidays: [{@}]}"}},
                 load_calendar);
}

TEST_CASE("docs: the schema of waivers has the loader's keys") {
  compare_places("waivers", {{"/$defs/waiver", "[{@}]"}}, load_waivers);
}

TEST_CASE("docs: the schema of projects has the loader's keys") {
  compare_places("project", {{"", "{@}"}, {"/$defs/thresholds", "{thresholds: {@}}"}},
                 load_project);
}

TEST_CASE("docs: the schema of cases has the loader's keys") {
  const std::string head = "{cases: c, rules: ./probe.yaml, as_of: 2026-01-31, tests: [{name: t, ";
  const std::string finding = head + "expect: {R: {C1: {@}}}}]}";
  const std::string data_finding = head + "data_findings: [{@}]}]}";
  compare_places(
      "cases",
      {{"", "{@}"},
       {"/$defs/case", "{cases: c, rules: ./probe.yaml, as_of: 2026-01-31, tests: [{@}]}"},
       {"/$defs/finding", finding.c_str()},
       {"/$defs/placedFinding", data_finding.c_str()}},
      load_cases);
}

TEST_CASE("docs: what is shipped fits the schemas, and names them") {
  std::size_t files = 0;
  const auto check = [&](const std::string& schema, const fs::path& path) {
    INFO(path.string());
    const std::string content = read_file(path.string());
    CHECK(fits(schema, content) == "");
    const fs::path relative = fs::path(kTop + "/schemas/" + schema + ".schema.json")
                                  .lexically_relative(path.parent_path());
    CHECK(content.rfind("# yaml-language-server: $schema=" + relative.string() + "\n", 0) == 0);
    ++files;
  };
  for (const auto& entry : fs::recursive_directory_iterator(kTop + "/rules")) {
    if (entry.path().extension() != ".yaml") continue;
    const std::string folder = entry.path().parent_path().filename().string();
    // Cases may be about a rule set of their own, on top of the pack.
    const bool cases = read_file(entry.path().string()).find("\ncases:") != std::string::npos;
    const std::string schema = folder == "tests" && cases ? "cases" : "ruleset";
    check(folder == "calendars" ? "calendar" : schema, entry.path());
  }
  for (const auto& entry : fs::directory_iterator(kTop + "/schemas/models")) {
    check("model", entry.path());
  }
  CHECK(files >= 3);
}

TEST_CASE("docs: the examples fit the schemas") {
  CHECK(fits("model", shared_model()) == "");
  for (const GoldenCase& golden : golden_cases("docs")) {
    INFO(golden.path);
    CHECK(fits("ruleset", golden.section("rules")) == "");
  }
}

TEST_CASE("docs: the schemas notice mistakes, and explain every key") {
  const std::string head = "ruleset: r\nmodel: m@1\nrules:\n  - ";
  const std::string rule = "{id: R, kind: require, title: t, severity: major, for: a in b, ";
  CHECK(fits("ruleset", head + rule + "require: 'true'}") == "");
  CHECK(fits("ruleset", head + rule + "require: 'true', over: a.p}") != "");
  CHECK(fits("ruleset", head + rule + "sevrity: major, require: 'true'}") != "");
  CHECK(fits("ruleset", head + rule + "on_unknown: fail, require: 'true'}") != "");
  CHECK(fits("ruleset", "ruleset: r\nmodel: m@1") != "");
  CHECK(fits("calendar",
             "{calendar: c, covers: {from: 2026-01-01, to: 2026-12-31}, weekend: "
             "[sonntag], holidays: []}") != "");
  const std::string waiver =
      "- {rule: R, subject: S, from: 2026-01-01, to: 2026-12-31, approved_by: B, approved_on: "
      "2026-01-01, ";
  CHECK(fits("waivers", waiver + "reason: r}") == "");
  CHECK(fits("waivers", waiver + "reason: ''}") != "");
  CHECK(fits("waivers", waiver + "why: r}") != "");
  const std::string test = "cases: c\ntests: [{name: t, expect: {R: {S: ";
  CHECK(fits("cases", test + "pass}}}]") == "");
  CHECK(fits("cases", test + "passed}}}]") != "");
  CHECK(fits("cases", test + "{verdict: violation, period: 2026-01-05..2026-01-09}}}}]") == "");
  CHECK(fits("cases", test + "{verdict: violation, period: January}}}}]") != "");
  CHECK(fits("cases", "cases: c\ntests: [{name: t}]") != "");
  CHECK(fits("project", "rules: r.yaml\nas_of: today\nthresholds: {max_unknown: 2%}") == "");
  CHECK(fits("project", "rules: [a, b]\nas_of: 2026-09-30\nparameters: {n: 3}") == "");
  CHECK(fits("project", "as_of: yesterday") != "");
  CHECK(fits("project", "thresholds: {fail_on: grave}") != "");
  CHECK(fits("project", "rule: a") != "");
  for (const char* name :
       {"ruleset", "model", "calendar", "cases", "waivers", "project", "precheck", "who"})
    check_described(read_schema(name), name);
}

}  // namespace remit::test
