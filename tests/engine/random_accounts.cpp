#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <map>

#include "engine/account.h"
#include "engine/random_case.h"
#include "support/catch.h"

// Accounts of random rules and data against their evaluation: an account must say of a subject what
// the evaluation says, and its steps must lead there. Each sum is done again with the functions of
// `value`.
namespace remit::test {
namespace {

using engine::Account;
using value::Date;
using value::Period;

std::string line(const Audit& audit, const rules::Outcome& outcome) {
  std::string text = audit.rules.rules.at(outcome.rule).id + " " + to_string(outcome.verdict) +
                     " " + outcome.subject.key;
  if (outcome.period) text += " " + value::to_string(*outcome.period);
  if (outcome.due) text += " due " + value::to_string(*outcome.due);
  text += " " + outcome.message + ":";
  for (const auto& item : outcome.evidence) {
    text += " " + item.path + "[" + item.key + "]=" + value::to_string(item.value);
  }
  for (const auto& need : outcome.needs) text += " " + need.key + "." + need.field;
  return text + "\n";
}

/// What is wrong in the steps of one account, as lines; empty where nothing is.
class Checker {
 public:
  Checker(const Audit& audit, const Account& account)
      : rule_(audit.rules.rules.at(account.rule)), as_of_(audit.as_of), account_(account) {}

  std::string faults() {
    std::visit([&](const auto& facts) { check(facts); }, account_.facts);
    if (rule_.when && account_.when) check_answer(*account_.when);
    check_standing();
    return faults_;
  }

 private:
  void claim(bool holds, const std::string& what) {
    if (!holds) faults_ += "  " + what + "\n";
  }

  std::optional<Date> sum(Date from, const value::Duration& by) const {
    if (by.family == value::DurationFamily::kDays) return value::add_days(from, by.count);
    if (by.family == value::DurationFamily::kMonths) return value::add_months(from, by.count);
    const auto& calendar = rule_.environment->calendar;
    return calendar ? calendar->add_working_days(from, by.count) : std::nullopt;
  }

  /// The truth of a condition follows from those of its parts.
  void check_answer(const engine::Answer& answer) {
    for (const auto& part : answer.parts) {
      if (part.asked) check_answer(part);
    }
    if (const auto* logical = std::get_if<lang::typed::Logical>(&answer.node->kind)) {
      if (answer.parts.size() == 2) check_logical(*logical, answer);
    }
    if (std::holds_alternative<lang::typed::Not>(answer.node->kind) && answer.parts.size() == 1) {
      const auto truth = answer.parts[0].truth;
      claim(answer.truth == (truth ? std::optional(!*truth) : truth), "not");
    }
  }

  void check_logical(const lang::typed::Logical& logical, const engine::Answer& answer) {
    using Operator = lang::typed::LogicalOperator;
    auto left = answer.parts[0].truth;
    const auto right = answer.parts[1].asked ? answer.parts[1].truth : std::nullopt;
    if (logical.op == Operator::kImplies && left) left = !*left;
    const bool decisive = logical.op != Operator::kAnd;
    std::optional<bool> expected;
    if (left == decisive || right == decisive) expected = decisive;
    if (left == !decisive && right == !decisive) expected = !decisive;
    claim(answer.truth == expected, "and, or, implies");
  }

  void check_standing() {
    const bool judged = account_.step == engine::Step::kJudge;
    claim(!judged || !account_.when || account_.when->truth == true, "judged without `when`");
    if (account_.step == engine::Step::kNotApplicable) {
      claim(account_.verdict == rules::Verdict::kNotApplicable, "excluded, but judged");
    }
    if (!account_.period) return;
    const auto& own = *account_.period;
    if (judged) {
      claim(own.from == (own.before ? own.before->to : value::first_day(own.cut)), "F");
      claim(own.to == std::min(value::end_day(own.cut), Date{as_of_.days + 1}), "T");
    }
  }

  std::vector<Period> violations() const {
    std::vector<Period> periods;
    for (const auto& outcome : account_.outcomes) {
      if (outcome.verdict == rules::Verdict::kViolation && outcome.period) {
        periods.push_back(*outcome.period);
      }
    }
    return periods;
  }
  std::optional<Date> due() const {
    for (const auto& outcome : account_.outcomes) {
      if (outcome.verdict == rules::Verdict::kDue) return outcome.due;
    }
    return std::nullopt;
  }
  bool has(rules::Verdict verdict) const {
    return std::any_of(account_.outcomes.begin(), account_.outcomes.end(),
                       [&](const auto& outcome) { return outcome.verdict == verdict; });
  }
  /// `on_unknown`, `breach` and tables that may lack rows change verdicts after the kind's own
  /// test.
  bool is_plain() const {
    return rule_.on_unknown == rules::OnUnknown::kUnknown &&
           rule_.breach == rules::Breach::kViolation &&
           std::none_of(account_.outcomes.begin(), account_.outcomes.end(), [](const auto& each) {
             return each.message.find("proves nothing") != std::string::npos ||
                    each.message.find("is complete from") != std::string::npos;
           });
  }

  void check_readings() {
    if (!account_.readings || !is_plain()) return;
    std::vector<Period> certain = account_.readings->hopeful.violations;
    std::sort(certain.begin(), certain.end(),
              [](const Period& a, const Period& b) { return a.from < b.from; });
    claim(violations() == certain, "violations of the hopeful reading");
    const bool same = account_.readings->hopeful.violations == account_.readings->strict.violations;
    claim(same || has(rules::Verdict::kUnknown), "readings differ without an unknown");
    claim(due() == (same ? account_.readings->strict.due : std::nullopt), "due date");
  }

  void check(const std::monostate&) {
    claim(account_.step != engine::Step::kJudge, "judged without facts");
  }
  void check(const engine::RequireFacts& facts) { check_condition(facts.holds, true); }
  void check(const engine::ReserveFacts& facts) {
    check_condition(facts.may, facts.task.has_value());
  }
  void check_condition(const engine::Answer& answer, bool known) {
    check_answer(answer);
    if (!is_plain() || has(rules::Verdict::kUnknown)) return;
    const bool broken = answer.truth == false && known;
    claim(has(rules::Verdict::kViolation) == broken, "condition and verdict");
    claim(has(rules::Verdict::kPass) == (answer.truth == true), "condition and pass");
  }

  void check(const engine::CoverFacts& facts) {
    check_readings();
    if (!account_.readings) return;
    const auto long_enough = [&](const std::vector<Period>& uncovered) {
      std::vector<Period> periods;
      for (const Period& period : uncovered) {
        if (period.to.days - period.from.days > facts.grace->count) periods.push_back(period);
      }
      return periods;
    };
    claim(long_enough(facts.hopeful.uncovered) == account_.readings->hopeful.violations, "gaps");
    claim(long_enough(facts.strict.uncovered) == account_.readings->strict.violations, "gaps");
  }

  void check(const engine::DeadlineFacts& facts) {
    check_readings();
    if (facts.sum) {
      claim(sum(facts.sum->from, facts.sum->by) == facts.sum->result, "trigger + within");
      claim(facts.due == facts.sum->result, "due date of a deadline");
    }
    if (account_.readings && facts.due && !account_.readings->hopeful.violations.empty()) {
      claim(account_.readings->hopeful.violations[0].from.days == facts.due->days + 1, "late from");
    }
    claim(!facts.released || has(rules::Verdict::kNotApplicable), "released, but judged");
    for (const auto* run : {&facts.hopeful, &facts.strict}) {
      claim(std::is_sorted(run->begin(), run->end(),
                           [](const auto& a, const auto& b) { return a.date < b.date; }),
            "order of responses");
      for (const auto& response : *run) {
        const auto& item = facts.responses.counted.at(response.item);
        claim(!item.period || item.period->from == response.date, "date of a response");
      }
    }
  }

  void check(const engine::LimitFacts& facts) {
    check_readings();
    for (const auto* run : {&facts.hopeful, &facts.strict}) {
      for (const auto& stretch : *run) {
        claim(!facts.at_most || stretch.too_many == (stretch.against_most > *facts.at_most + 1e-6),
              "too many");
        claim(
            !facts.at_least || stretch.too_few == (stretch.against_least < *facts.at_least - 1e-6),
            "too few");
      }
    }
    if (!account_.readings) return;
    std::vector<Period> outside;
    for (const auto& stretch : facts.hopeful) {
      if ((!stretch.too_many && !stretch.too_few) || stretch.runs_on) continue;
      if (!facts.in_stretches && !outside.empty() && outside.back().to == stretch.period.from) {
        outside.back().to = stretch.period.to;
      } else {
        outside.push_back(stretch.period);
      }
    }
    claim(outside == account_.readings->hopeful.violations, "stretches outside of the bounds");
  }

  void check(const engine::UniqueFacts& facts) {
    if (!is_plain()) return;
    const bool clashes = std::any_of(facts.earlier.begin(), facts.earlier.end(),
                                     [](const auto& rival) { return rival.clashes; });
    claim(clashes == has(rules::Verdict::kViolation), "clash");
    claim(facts.complete != has(rules::Verdict::kUnknown), "key");
  }

  void check(const engine::FrequencyFacts& facts) {
    check_readings();
    for (const auto* run : {&facts.hopeful, &facts.strict}) {
      for (const auto& wait : run->waits) check_wait(wait, facts);
    }
    if (!account_.readings || facts.hopeful.all_answered) return;
    std::vector<Period> late;
    for (const auto& wait : facts.hopeful.waits) {
      if (!wait.late) continue;
      const Date from = std::max(wait.late->from, facts.force.from);
      const Date to = std::min(wait.late->to, facts.force.to);
      if (from < to) late.push_back({from, to, value::PeriodShape::kSpan});
    }
    claim(late == account_.readings->hopeful.violations, "late waits");
  }

  void check_wait(const engine::WaitStep& wait, const engine::FrequencyFacts& facts) {
    if (wait.after_interval) {
      claim(sum(wait.start, *wait.interval) == wait.after_interval, "start + interval");
    }
    if (wait.unpaused) {
      claim(sum(*wait.after_interval, *wait.tolerance) == wait.unpaused, "+ tolerance");
    }
    if (wait.due) check_due(wait);
    if (wait.late) {
      claim(wait.due && wait.late->from.days == wait.due->days + 1, "late from the day after");
      const bool event = wait.end == engine::WaitStep::End::kEvent;
      claim(!event || wait.late->to.days == wait.ended->days + 1, "late up to the event");
      claim(wait.end != engine::WaitStep::End::kLast || wait.late->to == facts.to, "late up to T");
    }
    claim(!wait.is_due || (wait.due && as_of_ <= *wait.due), "due in the past");
  }

  /// The due date is the unpaused one and the paused days before it.
  void check_due(const engine::WaitStep& wait) {
    // Without a pause nothing is added, also past the end of the calendar.
    if (wait.paused.empty()) return claim(wait.unpaused == wait.due, "due date without pauses");
    const bool working = wait.interval->family == value::DurationFamily::kWorkingDays;
    std::int64_t paused = 0;
    for (const Period& part : wait.paused) {
      const auto days = working ? rule_.environment->calendar->working_days_between(
                                      {part.from.days - 1}, {part.to.days - 1})
                                : std::optional<std::int64_t>(part.to.days - part.from.days);
      paused += days.value_or(0);
    }
    const value::Duration by{
        paused, working ? value::DurationFamily::kWorkingDays : value::DurationFamily::kDays};
    claim(sum(*wait.unpaused, by) == wait.due, "unpaused date + paused days");
  }

  const rules::Rule& rule_;
  Date as_of_;
  const Account& account_;
  std::string faults_;
};

std::string faults_of(const Audit& audit, std::size_t rule, const std::string& key,
                      const std::vector<std::string>& expected) {
  const engine::Accounts accounts =
      engine::account(audit.rules, rule, audit.data, audit.as_of, audit.complete, key);
  std::vector<std::string> said;
  std::string faults;
  for (const Account& account : accounts.accounts) {
    for (const rules::Outcome& outcome : account.outcomes) said.push_back(line(audit, outcome));
    const auto worst =
        std::min_element(account.outcomes.begin(), account.outcomes.end(),
                         [](const auto& a, const auto& b) { return a.verdict < b.verdict; });
    if (worst == account.outcomes.end() || worst->verdict != account.verdict) {
      faults += "  worst verdict\n";
    }
    faults += Checker(audit, account).faults();
  }
  std::vector<std::string> sorted = expected;
  std::sort(sorted.begin(), sorted.end());
  std::sort(said.begin(), said.end());
  if (said == sorted && faults.empty()) return {};
  for (const auto& text : expected) faults += "  evaluation: " + text;
  for (const auto& text : said) faults += "  account:    " + text;
  return audit.rules.rules[rule].id + " " + key + "\n" + faults;
}

std::string faults_of(const Audit& audit) {
  const auto evaluation = run(engine::evaluate, audit);
  std::map<std::pair<std::size_t, std::string>, std::vector<std::string>> expected;
  for (const rules::Outcome& outcome : evaluation.outcomes.outcomes) {
    expected[{outcome.rule, outcome.subject.key}].push_back(line(audit, outcome));
  }
  for (const auto& [subject, lines] : expected) {
    const std::string faults = faults_of(audit, subject.first, subject.second, lines);
    if (!faults.empty()) return faults;
  }
  return {};
}

}  // namespace

TEST_CASE("engine accounts for random rules as it evaluates them") {
  const std::uint64_t first = first_seed();
  const std::uint64_t cases = cases_wanted(600);
  std::cout << "random accounts: REMIT_SEED=" << first << " REMIT_CASES=" << cases << "\n";
  for (std::uint64_t seed = first; seed < first + cases; ++seed) {
    std::string errors;
    const auto audit = load(text_of(random_case(seed)), errors);
    const std::string wrong = audit ? faults_of(*audit) : "does not load\n" + errors;
    if (!wrong.empty()) std::cout << "seed " << seed << "\n" << wrong << std::endl;
    INFO("seed " << seed);
    CHECK(wrong.empty());
  }
}

}  // namespace remit::test
