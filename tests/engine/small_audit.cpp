#include "engine/small_audit.h"

#include <sstream>

#include "support/catch.h"

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

}  // namespace

AuditText small_audit(const GoldenCase& golden) {
  AuditText text{kModel, kCalendar, kHead + golden.section("rules"), {}, {}, {}};
  for (const char* table : {"owners", "items"}) {
    if (golden.has(table)) text.tables.emplace_back(table, golden.section(table));
  }
  std::string as_of = golden.section("as of");
  while (!as_of.empty() && as_of.back() == '\n') as_of.pop_back();
  const auto date = value::parse_date(as_of);
  INFO(golden.path);
  REQUIRE(date);
  text.as_of = *date;
  std::istringstream complete(golden.has("complete") ? golden.section("complete") : "");
  for (std::string table, from; complete >> table >> from;) {
    const auto since = value::parse_date(from);
    REQUIRE(since);
    text.complete.emplace_back(table, *since);
  }
  return text;
}

}  // namespace remit::test
