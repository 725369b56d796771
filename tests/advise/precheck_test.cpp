#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <random>
#include <sstream>
#include <thread>

#include "advise/compare.h"
#include "data/read.h"
#include "engine/evaluate.h"
#include "findings/verdict.h"
#include "remit/advise.h"
#include "support/catch.h"
#include "support/golden.h"

// Questions to the example county. REMIT_SEED repeats a run, REMIT_CASES says how many questions.
namespace remit::test {
namespace {

const std::string kTop = REMIT_SOURCE_DIR;
const std::string kData = kTop + "/examples/northshire/data";

Request county(const std::string& as_of) {
  Request request;
  request.rules = {kTop + "/rules/england-children"};
  request.data = kData;
  request.as_of = value::parse_date(as_of).value();
  request.home = kTop;
  return request;
}

std::unique_ptr<Advisor> load(const Request& request) {
  text::Diagnostics diagnostics;
  Obstacle obstacle = Obstacle::kNone;
  auto advisor = Advisor::load(request, obstacle, diagnostics);
  REQUIRE(advisor);
  return advisor;
}

/// The files of the county by table, to be changed.
using Tables = std::map<std::string, std::string>;

Tables read_tables() {
  Tables tables;
  for (const auto& entry : std::filesystem::directory_iterator(kData)) {
    tables[entry.path().stem().string()] = read_file(entry.path().string());
  }
  return tables;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  std::istringstream in(line);
  for (std::string cell; std::getline(in, cell, ',');) cells.push_back(cell);
  if (line.back() == ',') cells.emplace_back();
  return cells;
}

std::vector<rules::Outcome> audit_of(const rules::RuleSet& rules, const Tables& tables,
                                     value::Date as_of) {
  std::vector<data::Input> inputs;
  for (const auto& [name, text] : tables) {
    const auto table = rules.model->table(name);
    REQUIRE(table);
    inputs.push_back({*table, name + ".csv", text});
  }
  const data::Dataset data = data::read_inputs(rules.model, inputs, as_of);
  engine::Options options;
  options.as_of = as_of;
  return engine::evaluate(rules, data, options).outcomes.outcomes;
}

std::string describe(const std::vector<findings::Finding>& all) {
  std::string text;
  for (const findings::Finding& finding : all) {
    const rules::Outcome& outcome = finding.outcome;
    text += std::to_string(outcome.rule) + " " + std::string(findings::word(outcome.verdict)) +
            " " + outcome.subject.entity + " " + outcome.subject.key + " ";
    text += outcome.period ? value::to_string(*outcome.period) : "-";
    text += outcome.due ? " " + value::to_string(*outcome.due) : "";
    text += " " + outcome.message + " {";
    for (const auto& evidence : outcome.evidence) {
      text += evidence.path + "=" + value::to_string(evidence.value) + "@" + evidence.key + " ";
    }
    text += "} " + std::to_string(outcome.needs.size()) + "\n";
  }
  return text;
}

std::string describe(const Effects& effects) {
  return "caused\n" + describe(effects.caused) + "doubted\n" + describe(effects.doubted) +
         "brought\n" + describe(effects.brought) + "ended\n" + describe(effects.ended);
}

/// Random changes, and the same in the text of the tables.
class Changer {
 public:
  Changer(std::uint64_t seed, value::Date as_of)
      : dice_(seed), as_of_(as_of), tables_(read_tables()) {
    for (const auto& [name, text] : tables_) rows_[name] = lines_of(text);
  }

  std::vector<Change> changes(Tables& with) {
    with = tables_;
    added_ = 0;
    ended_.clear();
    std::vector<Change> all;
    const int count = below(4) == 0 ? 3 : 1;
    for (int i = 0; i < count; ++i) all.push_back(change(with));
    return all;
  }

 private:
  int below(std::size_t n) { return static_cast<int>(dice_() % n); }
  const std::string& row(const std::string& table) {
    const auto& rows = rows_[table];
    return rows[1 + dice_() % (rows.size() - 1)];
  }
  std::string key(const std::string& table) { return cells_of(row(table)).front(); }
  value::Date day() { return below(3) == 0 ? as_of_ : value::Date{as_of_.days - below(500)}; }

  Change change(Tables& with) {
    switch (below(5)) {
      case 0:
        return end(with);
      case 1:
        return task(with);
      default:
        return assign(with);
    }
  }

  std::string next_key() {
    const int number = ++added_;
    return number == 1 ? "NEW" : "NEW-" + std::to_string(number);
  }

  Change assign(Tables& with) {
    const char* const roles[] = {"lead",    "co", "contributor", "iro", "personal_adviser",
                                 "overseer"};
    Assign assign{key("cases"), key("workers"), roles[below(2) == 0 ? 0U : dice_() % 6],
                  day(),        false,          "X" + next_key()};
    with["allocations"] += assign.key + "," + assign.subject + "," + assign.worker + "," +
                           assign.role + ",,,," + value::to_string(*assign.on) + ",\n";
    return assign;
  }

  Change task(Tables& with) {
    const char* const tasks[] = {"s47_enquiry", "s17_assessment", "adoption_report", "other"};
    Assign assign{key("cases"), key("workers"), tasks[dice_() % 4], day(), true, "X" + next_key()};
    with["activities"] += assign.key + "," + assign.subject + "," + assign.worker + "," +
                          assign.role + "," + value::to_string(*assign.on) + "\n";
    return assign;
  }

  /// Of an allocation that is open, for nothing can end twice.
  Change end(Tables& with) {
    std::string line;
    std::vector<std::string> cells;
    do {
      line = row("allocations");
      cells = cells_of(line);
    } while (!cells[8].empty() || ended_.contains(cells[0]) || cells[7] > value::to_string(as_of_));
    ended_.insert(cells[0]);
    const value::Date on = std::max(day(), value::parse_date(cells[7]).value());
    std::string& text = with["allocations"];
    text.replace(text.find(line + "\n"), line.size(), line + value::to_string(on));
    return End{cells[0], on};
  }

  std::mt19937_64 dice_;
  value::Date as_of_;
  Tables tables_;
  std::map<std::string, std::vector<std::string>> rows_;
  int added_ = 0;
  std::set<std::string> ended_;
};

std::uint64_t from_environment(const char* name, std::uint64_t otherwise) {
  const char* given = std::getenv(name);
  return given ? std::strtoull(given, nullptr, 10) : otherwise;
}

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

}  // namespace

TEST_CASE("advise: an answer is the difference of two audits") {
  const std::uint64_t seed = from_environment("REMIT_SEED", std::random_device()());
  const std::uint64_t cases = from_environment("REMIT_CASES", 25);
  std::cout << "random questions: REMIT_SEED=" << seed << " REMIT_CASES=" << cases << "\n";
  const char* const days[] = {"2026-02-28", "2025-07-01", "2024-03-31"};
  const std::string as_of = days[seed % 3];
  const Request request = county(as_of);
  text::Diagnostics ignored;
  rules::LoadOptions options;
  options.home = kTop;
  const auto rules = rules::load(request.rules, options, rules::DiskReader(), ignored);
  REQUIRE(rules);
  const auto without = audit_of(*rules, read_tables(), request.as_of);
  const auto advisor = load(request);
  Changer changer(seed, request.as_of);
  std::size_t effects = 0;
  for (std::uint64_t i = 0; i < cases;) {
    Tables with;
    const auto changes = changer.changes(with);
    text::Diagnostics diagnostics;
    const auto answer = advisor->precheck(changes, diagnostics);
    if (!answer) {  // a case that is closed, say
      REQUIRE(diagnostics.has_errors());
      continue;
    }
    const auto audited = audit_of(*rules, with, request.as_of);
    INFO("seed " << seed << ", question " << i << ", " << changes.size() << " changes");
    const std::string expected = describe(advise::compare(*rules, without, audited));
    CHECK(describe(answer->effects) == expected);
    effects += expected.size() > 40 ? 1U : 0U;
    ++i;
  }
  CHECK(effects * 2 > cases);
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
