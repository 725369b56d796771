
#include "engine/audit.h"
#include "support/catch.h"
#include "support/golden.h"

// Small audits of every kind, worked out by hand: tests/golden/evaluation. Each has rules, the
// rows of `owners` and `items`, and what both evaluators must say. A table without a section is
// not given.
namespace remit::test {
namespace {

constexpr const char* kModel = R"(model: small
version: 1
resources:
  - name: owners
    entity: owner
    schema:
      fields:
        - {name: owner, type: string}
        - {name: role, type: string}
        - {name: starts, type: date}
        - {name: ends, type: date}
        - {name: second, type: date}
        - {name: n, type: integer}
      primaryKey: owner
    periods:
      span: {from: starts, to: ends, end: exclusive}
  - name: items
    entity: item
    schema:
      fields:
        - {name: item, type: string}
        - {name: owner, type: string}
        - {name: code, type: string}
        - {name: starts, type: date}
        - {name: ends, type: date}
        - {name: n, type: integer}
      primaryKey: item
      foreignKeys:
        - {fields: owner, reference: {resource: owners, fields: owner}, as: of, inverse: items}
    periods:
      span: {from: starts, to: ends, end: exclusive}
      validity: {from: starts, to: ends, end: inclusive}
)";

constexpr const char* kCalendar = R"(calendar: small
covers: {from: 2025-01-01, to: 2026-12-31}
weekend: [saturday, sunday]
holidays:
  - {date: 2026-05-25, name: Spring bank holiday}
)";

constexpr const char* kHead = R"(ruleset: small
version: 1.0.0
title: Small audits
model: ./model.yaml
calendar: ./calendar.yaml
sources:
  src: {title: A source, publisher: nobody, published: 2020-01-01, strength: local-policy}
)";

AuditText text_of(const GoldenCase& golden) {
  AuditText text{kModel, kCalendar, kHead + golden.section("rules"), {}, {}};
  for (const char* table : {"owners", "items"}) {
    if (golden.has(table)) text.tables.emplace_back(table, golden.section(table));
  }
  std::string as_of = golden.section("as of");
  while (!as_of.empty() && as_of.back() == '\n') as_of.pop_back();
  const auto date = value::parse_date(as_of);
  INFO(golden.path);
  REQUIRE(date);
  text.as_of = *date;
  return text;
}

std::string said(Evaluate evaluate, const Audit& audit) {
  const auto evaluation = run(evaluate, audit);
  std::string text;
  for (const auto& line : outcome_lines(audit, evaluation)) text += line + "\n";
  for (const auto& line : tally_lines(audit, evaluation)) text += line + "\n";
  return text;
}

}  // namespace

TEST_CASE("engine evaluates small audits of every kind as worked out by hand") {
  for (const GoldenCase& golden : golden_cases("evaluation")) {
    INFO(golden.path);
    const Audit audit = load(text_of(golden));
    for (const auto& [name, evaluate] : evaluators()) {
      INFO(name);
      check_golden(golden, "expected", said(evaluate, audit));
    }
  }
}

}  // namespace remit::test
