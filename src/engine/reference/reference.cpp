#include "engine/reference/reference.h"

#include <algorithm>
#include <tuple>

#include "engine/reference/judge.h"
#include "engine/reference/main_tables.h"

// Decisions where the language page is silent:
// - A rule that was not asked for (`only`) is not run: "not selected".
// - Within a subject, outcomes without a period come before those with one.
namespace remit::engine::reference {
namespace {

using rules::Verdict;

std::optional<int> first_table(const rules::Rule& rule) {
  if (rule.subjects.empty()) return std::nullopt;
  const auto* source = std::get_if<lang::typed::TableSource>(&rule.subjects.front().source);
  return source ? std::optional{source->table} : std::nullopt;
}

bool is_selected(const rules::Rule& rule, const std::vector<std::string>& only) {
  const bool line = std::holds_alternative<rules::Reserve>(rule.kind);
  return only.empty() || std::any_of(only.begin(), only.end(), [&](const std::string& id) {
           return rule.id == id || (line && rule.id.starts_with(id + "."));
         });
}

std::optional<std::string> not_run(const data::Dataset& data, const rules::Rule& rule,
                                   const Options& options) {
  if (rule.disabled) return rule.disabled;
  if (!is_selected(rule, options.only)) return "not selected";
  std::vector<int> tables = rule.reads;
  if (const auto first = first_table(rule)) tables.insert(tables.begin(), *first);
  std::string reason;
  for (const int table : tables) {
    const auto index = static_cast<std::size_t>(table);
    if (data.tables.at(index).given) continue;
    reason += (reason.empty() ? "" : ", ") + std::string("resource `") +
              data.model->tables.at(index).name + "` was not given";
  }
  if (reason.empty()) return std::nullopt;
  return reason;
}

std::optional<value::Period> period_of(const std::optional<Days>& days) {
  if (!days) return std::nullopt;
  return value::Period{days->from, days->to};
}

bool is_finding(Verdict verdict) {
  return verdict == Verdict::kViolation || verdict == Verdict::kUnknown || verdict == Verdict::kDue;
}

void count(const Judged& judged, rules::Tally& tally) {
  Verdict worst = Verdict::kNotApplicable;
  for (const Ruling& ruling : judged.rulings) {
    worst = std::min(worst, ruling.verdict);
    if (is_finding(ruling.verdict)) ++tally.findings;
  }
  ++tally.subjects;
  ++tally.verdicts.at(static_cast<std::size_t>(worst));
}

void report(std::size_t rule, const Judged& judged, const Options& options,
            std::vector<rules::Outcome>& outcomes) {
  for (const Ruling& ruling : judged.rulings) {
    const bool wanted = std::find(options.verdicts.begin(), options.verdicts.end(),
                                  ruling.verdict) != options.verdicts.end();
    if (!wanted) continue;
    rules::Outcome outcome;
    outcome.rule = rule;
    outcome.verdict = ruling.verdict;
    outcome.subject = judged.subject;
    outcome.period = period_of(ruling.period);
    outcome.due = ruling.due;
    outcomes.push_back(std::move(outcome));
  }
}

auto place_in_order(const rules::Outcome& outcome) {
  const auto start = outcome.period ? std::optional{outcome.period->from} : std::nullopt;
  return std::make_tuple(outcome.rule, std::cref(outcome.subject.key), start, outcome.verdict);
}

bool comes_first(const rules::Outcome& left, const rules::Outcome& right) {
  return place_in_order(left) < place_in_order(right);
}

bool nothing_to_find(const World& world, const rules::Rule& rule, const rules::Tally& tally) {
  if (tally.verdicts.at(static_cast<std::size_t>(Verdict::kViolation)) > 0) return false;
  const auto* limit = std::get_if<rules::Limit>(&rule.kind);
  const std::set<int> empty = empty_among(world, lookup_tables(world, rule));
  return limit && !limit->at_least ? !empty.empty() : !unstated(world, empty).empty();
}

void run(const rules::Rule& rule, std::size_t index, const World& world, const Options& options,
         Evaluation& evaluation) {
  rules::Tally& tally = evaluation.outcomes.tallies.at(index);
  for (const Judged& judged : judge(world, rule)) {
    count(judged, tally);
    report(index, judged, options, evaluation.outcomes.outcomes);
  }
  const auto excluded = tally.verdicts.at(static_cast<std::size_t>(Verdict::kNotApplicable));
  tally.vacuous = tally.subjects == excluded || nothing_to_find(world, rule, tally);
}

}  // namespace

Evaluation evaluate(const rules::RuleSet& rules, const data::Dataset& data,
                    const Options& options) {
  Evaluation evaluation;
  evaluation.outcomes.tallies.resize(rules.rules.size());
  std::set<CalendarMiss> misses;
  for (std::size_t i = 0; i < rules.rules.size(); ++i) {
    const rules::Rule& rule = rules.rules[i];
    evaluation.outcomes.tallies[i].not_run = not_run(data, rule, options);
    if (!evaluation.outcomes.tallies[i].not_run) {
      run(rule, i, {*rule.environment, data, options.as_of, misses, options.complete}, options,
          evaluation);
    }
    if (options.progress) options.progress(i + 1, rules.rules.size());
  }
  std::stable_sort(evaluation.outcomes.outcomes.begin(), evaluation.outcomes.outcomes.end(),
                   comes_first);
  evaluation.misses.assign(misses.begin(), misses.end());
  return evaluation;
}

}  // namespace remit::engine::reference
