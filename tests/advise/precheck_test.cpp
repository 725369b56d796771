#include <iostream>
#include <random>
#include <thread>

#include "advise/compare.h"
#include "advise/county.h"
#include "examples/files.h"
#include "support/catch.h"

// Questions to the example county. REMIT_SEED repeats a run, REMIT_CASES says how many questions.
namespace remit::test {
namespace {

/// Keys of the county that can be asked about.
Assign sample_question(int number) {
  const auto padded = [](const char* letter, int digits, int value) {
    const std::string text = std::to_string(value);
    return letter + std::string(static_cast<std::size_t>(digits) - text.size(), '0') + text;
  };
  return {padded("C", 6, 1 + number * 37 % 1400),
          padded("W", 6, 1 + number * 11 % 170),
          "lead",
          {},
          false,
          {}};
}

/// What an audit with changes says and one without does not.
std::string difference(const rules::RuleSet& rules, const std::vector<rules::Outcome>& without,
                       const std::vector<rules::Outcome>& with) {
  Effects effects = advise::compare(rules, without, with);
  for (auto* list : {&effects.caused, &effects.doubted, &effects.brought, &effects.ended}) {
    advise::put_worst_first(*list, rules);
  }
  return describe(effects);
}

/// Asks so many questions of an export, and holds the answers against audits.
void compare_with_audits(std::uint64_t seed, std::uint64_t cases, const Tables& tables,
                         value::Date as_of, const Advisor& advisor) {
  const rules::RuleSet rules = county_rules();
  const auto without = audit_of(rules, tables, as_of);
  Changer changer(seed, as_of, tables);
  std::size_t effects = 0;
  for (std::uint64_t i = 0; i < cases;) {
    Tables with;
    const auto changes = changer.changes(with);
    text::Diagnostics diagnostics;
    const auto answer = advisor.precheck(changes, diagnostics);
    if (!answer) {  // a case that is closed, or a day before or after everything
      REQUIRE(diagnostics.has_errors());
      continue;
    }
    INFO("seed " << seed << ", question " << i << ", " << changes.size() << " changes");
    const std::string expected = difference(rules, without, audit_of(rules, with, as_of));
    REQUIRE(describe(answer->effects) == expected);
    effects += expected.size() > 40 ? 1U : 0U;
    ++i;
  }
  CHECK(effects * 6 > cases);
}

const char* any_day_of(std::uint64_t seed) {
  const char* const days[] = {"2026-02-28", "2025-07-01", "2024-03-31"};
  return days[seed % 3];
}

}  // namespace

TEST_CASE("advise: an answer is the difference of two audits") {
  const std::uint64_t seed = from_environment("REMIT_SEED", std::random_device()());
  const std::uint64_t cases = from_environment("REMIT_CASES", 10);
  std::cout << "questions to the county: REMIT_SEED=" << seed << " REMIT_CASES=" << cases << "\n";
  const Request request = county(any_day_of(seed));
  compare_with_audits(seed, cases, read_county(), request.as_of, *load(request));
}

TEST_CASE("advise: an answer is the difference of two audits, in thousands of questions") {
  const std::uint64_t seed = from_environment("REMIT_SEED", std::random_device()());
  const std::uint64_t cases = from_environment("REMIT_CASES", 1000);
  std::cout << "questions to parts of the county: REMIT_SEED=" << seed << " REMIT_CASES=" << cases
            << "\n";
  constexpr std::uint64_t kOfOnePart = 250;
  for (std::uint64_t done = 0; done < cases; done += kOfOnePart) {
    Request request = county(any_day_of(seed + done / kOfOnePart));
    const Tables tables = part_of_county(seed + done, 12);
    const example::TemporaryFolder folder;
    write_tables(tables, folder.path());
    request.data = folder.path().string();
    compare_with_audits(seed + done, std::min(kOfOnePart, cases - done), tables, request.as_of,
                        *load(request));
  }
}

TEST_CASE("advise: several threads ask at once, and nothing of a question stays") {
  const auto advisor = load(county("2026-02-28"));
  const auto ask = [&](int number) {
    text::Diagnostics diagnostics;
    const auto answer = advisor->precheck({sample_question(number)}, diagnostics);
    return answer ? describe(answer->effects) : diagnostics.all().front().message;
  };
  std::vector<std::string> alone;
  for (int number = 0; number < 24; ++number) alone.push_back(ask(number));
  std::vector<std::string> together(24 * 3);
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 3; ++thread) {
    threads.emplace_back([&, thread] {
      for (int number = 0; number < 24; ++number) {
        together[static_cast<std::size_t>(thread * 24 + number)] = ask(number);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (std::size_t i = 0; i < together.size(); ++i) CHECK(together[i] == alone[i % 24]);
}

TEST_CASE("advise: what cannot be asked is an error that says why") {
  const auto advisor = load(county("2026-02-28"));
  const auto code = [&](const Change& change) {
    text::Diagnostics diagnostics;
    CHECK_FALSE(advisor->precheck({change}, diagnostics));
    REQUIRE(diagnostics.has_errors());
    return diagnostics.all().front().code;
  };
  const auto day = [](const char* text) { return value::parse_date(text); };
  CHECK(code(Assign{"C00001", "W000001", {}, {}, false, {}}) == "unknown-row");
  CHECK(code(Assign{"C000001", "nobody", {}, {}, false, {}}) == "unknown-row");
  CHECK(code(Assign{"C000002", "W000001", "leed", {}, false, {}}) == "bad-cell");
  CHECK(code(Assign{"C000002", "W000001", {}, day("2026-03-01"), false, {}}) == "after-as-of");
  CHECK(code(Assign{"C000002", "W000001", {}, day("1850-01-01"), false, {}}) == "not-there");
  CHECK(code(Assign{"C000002", "W000001", {}, {}, false, "AL000001"}) == "key-taken");
  CHECK(code(End{"AL000001", {}}) == "not-there");
  CHECK(code(End{"AL000001", day("2000-01-01")}) == "not-there");
  CHECK(code(End{"AL9", {}}) == "unknown-row");
  text::Diagnostics diagnostics;
  CHECK_FALSE(advisor->precheck({}, diagnostics));
  CHECK(diagnostics.all().front().code == "no-change");
}

}  // namespace remit::test
