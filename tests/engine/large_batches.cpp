#include <fmt/format.h>

#include "engine/audit.h"
#include "engine/small_audit.h"
#include "support/catch.h"

// Tables of more rows than fit into a word, cut anywhere: columns are copied piece by piece.
namespace remit::test {
namespace {

constexpr int kOwners = 1000;

/// A cell that is missing now and then.
template <typename T>
std::string cell(int i, int gap, const T& value) {
  return i % gap == 0 ? "" : fmt::format("{}", value);
}

std::string owners() {
  std::string text = "owner,role,starts,ends,second,n\n";
  for (int i = 0; i < kOwners; ++i) {
    text +=
        fmt::format("O{},{},{},{},{},{}\n", i, cell(i, 7, i % 3 == 0 ? "lead" : "other"),
                    cell(i, 11, fmt::format("2026-01-{:02}", i % 28 + 1)),
                    cell(i, 2, fmt::format("2026-02-{:02}", i % 27 + 1)),
                    cell(i, 5, fmt::format("2026-01-{:02}", (i * 5) % 28 + 1)), cell(i, 13, i % 9));
  }
  return text;
}

std::string items() {
  std::string text = "item,owner,code,starts,ends,n\n";
  for (int i = 0; i < 2 * kOwners; ++i) {
    text += fmt::format("I{},O{},{},{},,{}\n", i, (i * 17) % kOwners,
                        cell(i, 9, i % 2 == 0 ? "a" : "b"),
                        cell(i, 15, fmt::format("2026-02-{:02}", i % 28 + 1)), i % 4);
  }
  return text;
}

GoldenCase many_rows() {
  GoldenCase made;
  made.path = "many rows";
  made.sections.emplace_back("rules", R"(rules:
  - id: T
    kind: require
    title: Texts, numbers and days
    severity: major
    source: [{id: src, at: "1"}]
    for: o in owners
    when: o.role = "lead" or "other" != o.role
    require: o.n < 7 and o.second <= o.starts and 2026-01-03 < o.starts
  - id: D
    kind: deadline
    title: Answered
    severity: major
    source: [{id: src, at: "1"}]
    for: o in owners
    when: o.role != "other"
    trigger: o.starts
    response: i.starts for i in o.items where i.code = "a"
    within: 30 days
  - id: C
    kind: limit
    title: Few at a time
    severity: major
    source: [{id: src, at: "1"}]
    for: i in items
    when: i.code = "b" and i.of.n != 3
    on: i.starts
    count: x.span for x in i.of.items where x.code = i.code
    at_most: 1
)");
  made.sections.emplace_back("as of", "2026-03-31\n");
  made.sections.emplace_back("owners", owners());
  made.sections.emplace_back("items", items());
  return made;
}

engine::Options options_of(const Audit& audit, std::size_t batch, bool all) {
  engine::Options options;
  options.as_of = audit.as_of;
  options.batch = batch;
  if (all) options.verdicts.push_back(rules::Verdict::kNotApplicable);
  return options;
}

}  // namespace

TEST_CASE("engine finds the same of large tables, however they are cut") {
  const Audit audit = load(small_audit(many_rows()));
  const auto expected =
      evaluators().front().second(audit.rules, audit.data, options_of(audit, 0, true));
  for (const std::size_t batch : {0U, 1U, 64U, 77U, 640U}) {
    INFO("batch " << batch);
    const auto found = engine::evaluate(audit.rules, audit.data, options_of(audit, batch, true));
    CHECK(outcome_lines(audit, found) == outcome_lines(audit, expected));
    CHECK(tally_lines(audit, found) == tally_lines(audit, expected));
  }
}

TEST_CASE("engine counts what it does not list") {
  const Audit audit = load(small_audit(many_rows()));
  const auto all = engine::evaluate(audit.rules, audit.data, options_of(audit, 100, true));
  const auto few = engine::evaluate(audit.rules, audit.data, options_of(audit, 100, false));
  CHECK(tally_lines(audit, few) == tally_lines(audit, all));
  auto listed = outcome_lines(audit, all);
  std::erase_if(listed, [](const std::string& line) {
    return line.find(" not_applicable ") != std::string::npos;
  });
  CHECK(outcome_lines(audit, few) == listed);
}

}  // namespace remit::test
