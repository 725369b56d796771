#include "sample_model.h"
#include "support/catch.h"
#include "text/render.h"

namespace remit {
namespace {

using rules::RuleSet;
using test::MemoryReader;

std::string rule_file(const std::string& name, const std::string& id) {
  return "ruleset: " + name +
         "\nmodel: sample@1\n"
         "sources:\n  law: {title: A law, strength: law}\n"
         "rules:\n"
         "  - id: " +
         id +
         "\n    kind: require\n    title: Cases are opened\n    severity: minor\n"
         "    source: [{id: law}]\n    for: c in cases\n    require: c.opened_on is not missing\n";
}

std::vector<std::string> ids(const std::optional<RuleSet>& rules) {
  std::vector<std::string> ids;
  if (rules) {
    for (const auto& rule : rules->rules) ids.push_back(rule.id);
  }
  return ids;
}

std::string first_message(const text::Diagnostics& diagnostics) {
  return diagnostics.all().empty() ? "" : diagnostics.all().front().message;
}

struct Loaded {
  std::vector<std::string> ids;
  std::string message;
};

Loaded load(const MemoryReader& reader, const std::vector<std::string>& paths) {
  text::Diagnostics diagnostics;
  const auto rules = rules::load(paths, {"/home", {}}, reader, diagnostics);
  INFO(text::render(diagnostics));
  CHECK(rules.has_value() != diagnostics.has_errors());
  return {ids(rules), first_message(diagnostics)};
}

TEST_CASE("rules: a folder is all its rule files, in order of name") {
  MemoryReader reader = test::sample_reader();
  reader.files["pack/b.yaml"] = rule_file("b", "B-1");
  reader.files["pack/a.yml"] = rule_file("a", "A-1");
  reader.files["pack/more/c.yaml"] = rule_file("c", "C-1");
  reader.files["pack/tests/d.yaml"] = "cases of a test";
  reader.files["pack/calendars/e.yaml"] = "not read";
  reader.files["pack/calendar.yaml"] = test::kSampleCalendar;
  reader.files["pack/model.yaml"] = test::kSampleModel;
  reader.files["pack/notes.txt"] = "not rules";
  CHECK(load(reader, {"pack"}).ids == std::vector<std::string>{"A-1", "B-1", "C-1"});
}

TEST_CASE("rules: a file that is meant as rules but does not say so is not skipped") {
  MemoryReader reader = test::sample_reader();
  reader.files["pack/a.yaml"] = rule_file("a", "A-1");
  reader.files["pack/b.yaml"] = "rulset: b\nmodel: sample@1\n";
  CHECK(load(reader, {"pack"}).message == "unknown key `rulset` in a rule set");
}

TEST_CASE("rules: packs are found by name") {
  MemoryReader reader = test::sample_reader();
  reader.files["/home/rules/england/visits.yaml"] = rule_file("england", "E-1");
  reader.files["/home/rules/england/tests/visits.yaml"] = "cases of a test";
  reader.files["/home/rules/wales.yaml"] = rule_file("wales", "W-1");
  CHECK(load(reader, {"england", "wales"}).ids == std::vector<std::string>{"E-1", "W-1"});
  text::Diagnostics diagnostics;
  CHECK_FALSE(rules::load({"englnd"}, {"/home", {}}, reader, diagnostics));
  CHECK(diagnostics.all().front().message == "there are no rules at `englnd`");
  CHECK(diagnostics.all().front().help.find("`england`") != std::string::npos);
}

TEST_CASE("rules: paths that lead nowhere") {
  MemoryReader reader = test::sample_reader();
  reader.files["empty/notes.txt"] = "";
  CHECK(load(reader, {"./none.yaml"}).message == "there are no rules at `./none.yaml`");
  CHECK(load(reader, {"empty"}).message == "there is no rule file in `empty`");
  CHECK(load(reader, {}).message == "there is no rule in what was given");
}

TEST_CASE("rules: a file that several name is loaded once") {
  MemoryReader reader = test::sample_reader();
  reader.files["base.yaml"] = rule_file("base", "B-1");
  for (const std::string name : {"left", "right"}) {
    reader.files[name + ".yaml"] = rule_file(name, name) + "extends: ./base.yaml\n";
  }
  reader.files["top.yaml"] =
      "ruleset: top\nmodel: sample@1\nextends: [./left.yaml, ./right.yaml]\n";
  CHECK(load(reader, {"top.yaml", "./base.yaml"}).ids ==
        std::vector<std::string>{"B-1", "left", "right"});
}

TEST_CASE("rules: rule sets of one run have one model") {
  MemoryReader reader = test::sample_reader();
  reader.files["a.yaml"] = rule_file("a", "A-1");
  reader.files["b.yaml"] = rule_file("b", "B-1");
  std::string& other = reader.files["b.yaml"];
  other.replace(other.find("sample@1"), 8, "./m.yaml");
  reader.files["m.yaml"] = test::kSampleModel;
  CHECK(load(reader, {"a.yaml", "b.yaml"}).ids == std::vector<std::string>{"A-1", "B-1"});
  reader.files["m.yaml"] += "# another edition\n";
  CHECK(load(reader, {"a.yaml", "b.yaml"}).message ==
        "two different files both say that they are `sample@1`");
  reader.files["m.yaml"].replace(0, 13, "model: other");
  CHECK(load(reader, {"a.yaml", "b.yaml"}).message ==
        "this rule set is written against `other@1`, another one of this run against `sample@1`");
}

TEST_CASE("rules: ids are unique over all files") {
  MemoryReader reader = test::sample_reader();
  reader.files["a.yaml"] = rule_file("a", "A-1");
  reader.files["b.yaml"] = rule_file("b", "A-1");
  CHECK(load(reader, {"a.yaml", "b.yaml"}).message == "two rules have the id `A-1`");
}

}  // namespace
}  // namespace remit
