#include <fmt/format.h>

#include <iostream>

#include "engine/audit.h"
#include "engine/random_case.h"
#include "support/catch.h"

// How the work is cut, and on how many threads it is done, never shows in what is found.
namespace remit::test {
namespace {

std::string text_of(const rules::Outcome& outcome) {
  std::string text =
      fmt::format("{} {} {} {} {} | {}", outcome.rule, to_string(outcome.verdict),
                  outcome.subject.key, outcome.period ? value::to_string(*outcome.period) : "-",
                  outcome.due ? value::to_string(*outcome.due) : "-", outcome.message);
  for (const rules::Evidence& evidence : outcome.evidence) {
    text += fmt::format(" | {} = {} ({} {})", evidence.path, value::to_string(evidence.value),
                        evidence.resource, evidence.key);
  }
  for (const rules::Need& need : outcome.needs) {
    text += fmt::format(" | {} {} {}", need.resource, need.key, need.field);
  }
  return text;
}

/// All that an evaluation says, in its order.
std::vector<std::string> everything(const Audit& audit, std::size_t threads, std::size_t batch) {
  engine::Options options;
  options.as_of = audit.as_of;
  options.complete = audit.complete;
  options.verdicts.push_back(rules::Verdict::kPass);
  options.verdicts.push_back(rules::Verdict::kNotApplicable);
  options.threads = threads;
  options.batch = batch;
  const auto evaluation = engine::evaluate(audit.rules, audit.data, options);
  std::vector<std::string> lines = tally_lines(audit, evaluation);
  for (const rules::Outcome& outcome : evaluation.outcomes.outcomes) {
    lines.push_back(text_of(outcome));
  }
  for (const engine::CalendarMiss& miss : evaluation.misses) {
    lines.push_back(miss.calendar + " " + value::to_string(miss.date));
  }
  return lines;
}

}  // namespace

TEST_CASE("engine finds the same on any number of threads, in batches of any size") {
  const std::uint64_t first = first_seed();
  const std::uint64_t cases = cases_wanted(300);
  std::cout << "threads: REMIT_SEED=" << first << " REMIT_CASES=" << cases << "\n";
  for (std::uint64_t seed = first; seed < first + cases; ++seed) {
    std::string errors;
    const auto audit = load(text_of(random_case(seed)), errors);
    INFO("seed " << seed << "\n" << errors);
    REQUIRE(audit);
    const auto expected = everything(*audit, 1, 0);
    for (const std::size_t threads : {1U, 2U, 7U}) {
      CHECK(everything(*audit, threads, 1) == expected);
      CHECK(everything(*audit, threads, 3) == expected);
    }
  }
}

TEST_CASE("engine passes on what goes wrong in a thread") {
  const auto audit = load(text_of(random_case(1)));
  engine::Options options;
  options.as_of = audit.as_of;
  options.threads = 2;
  options.batch = 1;
  options.progress = [](std::size_t, std::size_t) { throw std::runtime_error("stop"); };
  CHECK_THROWS_WITH(engine::evaluate(audit.rules, audit.data, options), "stop");
}

}  // namespace remit::test
