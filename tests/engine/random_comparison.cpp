#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <map>
#include <random>

#include "engine/audit.h"
#include "engine/random_data.h"
#include "engine/random_rules.h"
#include "support/catch.h"

// Random models, rules and data through both evaluators. REMIT_SEED repeats a run (each case has
// a seed of its own, printed where it fails), REMIT_CASES says how many cases.
namespace remit::test {
namespace {

struct RandomCase {
  RandomModel model;
  RandomRules rules;
  std::vector<RandomFile> files;
  std::string calendar;
  value::Date as_of;
};

/// Now and then too short, so that working days run out of it.
std::string random_calendar(Dice& dice, value::Date as_of) {
  const int before = dice.percent(80) ? 400 : 60;
  const int after = dice.percent(80) ? 800 : 30;
  const auto day = [&](int offset) { return value::to_string(value::Date{as_of.days + offset}); };
  return fmt::format(
      "calendar: random\ncovers: {{from: {}, to: {}}}\nweekend: [saturday, sunday]\n"
      "holidays:\n  - {{date: {}, name: one}}\n  - {{date: {}, name: two}}\n",
      day(-before), day(after), day(-dice.between(20, 50)), day(-dice.between(1, 19)));
}

RandomCase random_case(std::uint64_t seed) {
  Dice dice(seed);
  RandomCase result;
  result.as_of = value::Date{value::make_date(2024, 6, 15)->days + dice.below(400)};
  result.model = random_model(dice);
  result.calendar = random_calendar(dice, result.as_of);
  result.rules = random_rules(dice, result.model, result.as_of);
  result.files = random_data(dice, result.model, result.as_of);
  return result;
}

AuditText text_of(const RandomCase& random) {
  AuditText text{model_text(random.model), random.calendar, random.rules.text(), {}, random.as_of};
  for (const RandomFile& file : random.files) text.tables.emplace_back(file.name, csv_text(file));
  return text;
}

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
  return out + difference(load(text));
}

std::uint64_t from_environment(const char* name, std::uint64_t otherwise) {
  const char* text = std::getenv(name);
  return text ? std::strtoull(text, nullptr, 10) : otherwise;
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
  const std::uint64_t first = from_environment("REMIT_SEED", std::random_device()());
  const std::uint64_t cases = from_environment("REMIT_CASES", 4000);
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
