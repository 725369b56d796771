#include <sstream>

#include <fmt/format.h>

#include "book/chapters.h"
#include "rules/memory_reader.h"
#include "rules/sample_model.h"
#include "support/catch.h"
#include "text/render.h"

namespace remit {
namespace {

struct Sample {
  std::string id;
  std::string effective;
  std::string when = "a.role = \"lead\"";
};

rules::RuleSet load(const std::vector<Sample>& samples) {
  std::string text =
      "ruleset: sample\nmodel: sample@1\nversion: 1.0.0\ntitle: Sample\n"
      "sources: {law: {title: A law, strength: law}}\nrules:\n";
  for (const Sample& each : samples) {
    text += fmt::format(
        "  - {{id: {}, kind: require, title: T, severity: minor, source: [{{id: law}}], "
        "effective: {{{}}}, for: a in allocations, when: '{}', require: a.weight = 1}}\n",
        each.id, each.effective, each.when);
  }
  test::MemoryReader reader = test::sample_reader();
  reader.files["rules.yaml"] = text;
  text::Diagnostics diagnostics;
  auto rules = rules::load({"rules.yaml"}, {"/home", {}}, reader, diagnostics);
  INFO(text::render(diagnostics));
  REQUIRE(rules);
  return *rules;
}

/// The ids of the editions of the first rule, in order.
std::string editions(const std::vector<Sample>& samples) {
  const rules::RuleSet rules = load(samples);
  const auto entries = catalogue::entries_of(rules, {});
  std::string ids;
  for (const rules::Rule* rule : book::Editions(entries).of(rules.rules[0])) ids += rule->id + " ";
  return ids;
}

TEST_CASE("book: editions of a duty follow each other without a gap, or say so in their ids") {
  const std::string first = "to: 2024-12-31";
  const std::string next = "from: 2025-01-01";
  CHECK(editions({{"B", next}, {"A", first}}) == "A B ");
  CHECK(editions({{"A", first}, {"B", "from: 2025-01-02"}}).empty());
  CHECK(editions({{"A", first}, {"B", next, "a.role = \"co\""}}).empty());
  CHECK(editions({{"A-2020", "from: 2020-01-01"}, {"A-2018", "to: 2018-05-05", "a.weight = 3"}}) ==
        "A-2018 A-2020 ");
  CHECK(editions({{"A.v2", next}, {"A.v1", "to: 2023-01-01"}}) == "A.v1 A.v2 ");
  CHECK(editions({{"A-001", "from: 2020-01-01"}, {"A-002", "from: 2020-01-01"}}).empty());
}

}  // namespace
}  // namespace remit
