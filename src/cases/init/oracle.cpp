#include "cases/init/oracle.h"

#include <algorithm>
#include <map>

#include "cases/judge.h"
#include "cases/match.h"
#include "engine/evaluate.h"
#include "findings/verdict.h"

namespace remit::cases::init {
namespace {

std::optional<ExpectedPeriod> period_of(const rules::Outcome& outcome) {
  if (!outcome.period) return std::nullopt;
  ExpectedPeriod period;
  period.first = value::first_day(*outcome.period);
  if (!value::is_open(*outcome.period)) {
    period.last = value::Date{value::end_day(*outcome.period).days - 1};
  }
  return period;
}

ExpectedFinding as_expected(const rules::Outcome& outcome) {
  ExpectedFinding finding;
  finding.verdict = outcome.verdict;
  if (!is_settled(outcome.verdict)) finding.period = period_of(outcome);
  finding.due = outcome.due;
  return finding;
}

}  // namespace

Case Oracle::make_case(const Tables& tables) const {
  Case test;
  test.as_of = as_of_;
  test.tables = tables;
  for (std::size_t table = 0; table < tables.size(); ++table) {
    test.complete[static_cast<int>(table)] = value::kFirstDate;
  }
  return test;
}

std::optional<Answer> Oracle::ask(const Tables& tables) const {
  const Case test = make_case(tables);
  const data::Dataset data = make_dataset(test, rules_.model, "");
  if (!data.findings.empty()) return std::nullopt;
  engine::Options options;
  options.as_of = as_of_;
  options.complete = test.complete;
  options.only = {id_};
  options.verdicts.clear();
  const engine::Evaluation evaluation = engine::evaluate(rules_, data, options);
  if (!evaluation.misses.empty()) return std::nullopt;
  for (std::size_t i = 0; i < rules_.rules.size(); ++i) {
    if (rules_.rules[i].id == id_) return evaluation.outcomes.tallies[i].verdicts;
  }
  return std::nullopt;
}

std::vector<Expectation> Oracle::expectations(const Tables& tables) const {
  const Case test = make_case(tables);
  const data::Dataset data = make_dataset(test, rules_.model, "");
  engine::Options options;
  options.as_of = as_of_;
  options.complete = test.complete;
  options.only = {id_};
  options.verdicts.assign(findings::kAllVerdicts.begin(), findings::kAllVerdicts.end());
  std::map<std::string, Expectation> lines;
  for (const rules::Outcome& outcome : engine::evaluate(rules_, data, options).outcomes.outcomes) {
    Expectation& line = lines[outcome.subject.key];
    line.rule = id_;
    line.subject = outcome.subject.key;
    line.findings.push_back(as_expected(outcome));
  }
  std::vector<Expectation> all;
  for (auto& [key, line] : lines) all.push_back(std::move(line));
  return all;
}

}  // namespace remit::cases::init
