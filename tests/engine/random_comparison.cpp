#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <map>

#include "engine/audit.h"
#include "engine/random_case.h"
#include "support/catch.h"

// Random models, rules and data through both evaluators. REMIT_SEED repeats a run (each case has
// a seed of its own, printed where it fails), REMIT_CASES says how many cases.
namespace remit::test {
namespace {

/// What the evaluators say differently, as lines; empty where they agree.
std::string difference(const Audit& audit) {
  const auto reference = run(evaluators().at(0).second, audit);
  engine::Evaluation engine;
  try {
    engine = run(evaluators().at(1).second, audit);
  } catch (const std::exception& fault) {
    return std::string("  engine:    fault: ") + fault.what() + "\n";
  }
  std::string text;
  const auto compare = [&](std::vector<std::string> expected, std::vector<std::string> actual) {
    std::sort(expected.begin(), expected.end());
    std::sort(actual.begin(), actual.end());
    std::vector<std::string> lines;
    std::set_difference(expected.begin(), expected.end(), actual.begin(), actual.end(),
                        std::back_inserter(lines));
    for (const auto& line : lines) text += "  reference: " + line + "\n";
    lines.clear();
    std::set_difference(actual.begin(), actual.end(), expected.begin(), expected.end(),
                        std::back_inserter(lines));
    for (const auto& line : lines) text += "  engine:    " + line + "\n";
  };
  compare(outcome_lines(audit, reference), outcome_lines(audit, engine));
  compare(tally_lines(audit, reference), tally_lines(audit, engine));
  return text;
}

bool differs(const RandomCase& random) {
  std::string errors;
  const auto audit = load(text_of(random), errors);
  return audit && !difference(*audit).empty();
}

/// Keeps the first rule that differs by itself, and of the data what makes it differ.
RandomCase shrunk(RandomCase random) {
  for (const std::string& rule : random.rules.rules) {
    RandomCase single = random;
    single.rules.rules = {rule};
    if (!differs(single)) continue;
    random = single;
    break;
  }
  for (std::size_t f = 0; f < random.files.size(); ++f) {
    for (std::size_t row = 1; row < random.files[f].rows.size();) {
      RandomCase smaller = random;
      auto& rows = smaller.files[f].rows;
      rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(row));
      if (differs(smaller)) {
        random = smaller;
      } else {
        ++row;
      }
    }
  }
  return random;
}

std::string report(std::uint64_t seed, const RandomCase& random) {
  const AuditText text = text_of(random);
  std::string out = fmt::format("seed {}, as of {}\n{}{}{}", seed, value::to_string(random.as_of),
                                text.rules, text.model, text.calendar);
  for (const auto& [name, csv] : text.tables) out += name + ".csv\n" + csv;
  for (const auto& [name, from] : text.complete) {
    out += fmt::format("complete {} {}\n", name, value::to_string(from));
  }
  return out + difference(load(text));
}

/// How often each rule came to each verdict: a comparison that sees passes only says little.
class Census {
 public:
  void add(const Audit& audit) {
    const auto evaluation = run(evaluators().at(0).second, audit);
    for (const rules::Outcome& outcome : evaluation.outcomes.outcomes) {
      ++counts_[audit.rules.rules.at(outcome.rule).id.substr(0, 2)][outcome.verdict];
    }
  }
  std::string lacking() const {
    std::string text;
    for (const auto& [rule, by_verdict] : counts_) {
      for (const rules::Verdict verdict : {rules::Verdict::kViolation, rules::Verdict::kUnknown,
                                           rules::Verdict::kPass, rules::Verdict::kNotApplicable}) {
        if (by_verdict.count(verdict) == 0) text += rule + " never " + to_string(verdict) + "\n";
      }
    }
    return text;
  }

 private:
  std::map<std::string, std::map<rules::Verdict, std::size_t>> counts_;
};

constexpr std::uint64_t kEnoughForEveryVerdict = 300;

}  // namespace

TEST_CASE("engine agrees with the reference on random models, rules and data") {
  const std::uint64_t first = first_seed();
  const std::uint64_t cases = cases_wanted(4000);
  std::cout << "random comparison: REMIT_SEED=" << first << " REMIT_CASES=" << cases << "\n";
  Census census;
  for (std::uint64_t seed = first; seed < first + cases; ++seed) {
    const RandomCase random = random_case(seed);
    std::string errors;
    const auto audit = load(text_of(random), errors);
    std::string wrong = audit ? difference(*audit) : "does not load\n" + errors;
    if (audit && !wrong.empty()) wrong = report(seed, shrunk(random));
    // Written as it is: the test framework would break its lines.
    if (!wrong.empty()) std::cout << wrong << std::endl;
    INFO("seed " << seed);
    CHECK(wrong.empty());
    if (audit) census.add(*audit);
  }
  if (cases >= kEnoughForEveryVerdict) CHECK(census.lacking().empty());
}

}  // namespace remit::test
