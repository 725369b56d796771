#include "prose/prose.h"
#include "rules/sample_model.h"
#include "support/catch.h"
#include "text/render.h"

namespace remit {
namespace {

const std::string kRules = R"(ruleset: sample
model: sample@1
version: 1.0.0
title: Sample rules
sources:
  law: {title: A law, strength: law}
rules:
  - id: A
    kind: cover
    title: A title
    severity: minor
    source: [{id: law}]
    for: a in allocations
    when: a.role = "lead" and a.worker.hours >= 10
    over: a.period
    by: r.validity for r in a.worker.registrations where r.status = "ok"
)";

rules::RuleSet load() {
  test::MemoryReader reader = test::sample_reader();
  reader.files["rules.yaml"] = kRules;
  text::Diagnostics diagnostics;
  auto rules = rules::load({"rules.yaml"}, {"/home", {}}, reader, diagnostics);
  INFO(text::render(diagnostics));
  REQUIRE(rules);
  return *rules;
}

TEST_CASE("prose: single expressions are said in the words of the rule") {
  const rules::RuleSet rules = load();
  const rules::Rule& rule = rules.rules[0];
  const auto& cover = std::get<rules::Cover>(rule.kind);
  prose::Reader reader(rule);
  CHECK(reader.condition(rule.when).text ==
        "the allocation's role is lead and the worker's hours is at least 10");
  CHECK(reader.value(cover.over).text == "the allocation's period");
  const auto& by = cover.by[0].comprehension;
  CHECK(reader.collection(by.bindings[0]).text == "the worker's registrations whose status is ok");
  CHECK(reader.value(by.head).text == "the registration's validity");
}

}  // namespace
}  // namespace remit
