#include "engine/account.h"

#include <algorithm>
#include <tuple>

#include "engine/answers.h"
#include "engine/batch.h"
#include "engine/completeness.h"
#include "engine/expression.h"
#include "engine/find_subject.h"
#include "engine/items.h"
#include "engine/lacking.h"
#include "engine/subjects.h"

namespace remit::engine {
namespace {

using rules::Verdict;

constexpr Verdict kAll[] = {Verdict::kViolation, Verdict::kUnknown, Verdict::kDue,
                            Verdict::kWaived,    Verdict::kPass,    Verdict::kNotApplicable};

/// Adds to each of the kind's collections what it does not count.
class LeftOutAdder {
 public:
  LeftOutAdder(const rules::Rule& rule, FramePtr subject, const Context& context)
      : rule_(rule), subject_(std::move(subject)), context_(context) {}

  void operator()(std::monostate&) const {}
  void operator()(RequireFacts&) const {}
  void operator()(ReserveFacts&) const {}
  void operator()(UniqueFacts&) const {}
  void operator()(CoverFacts& facts) const { add(facts.by, kind<rules::Cover>().by); }
  void operator()(LimitFacts& facts) const { add(facts.count, kind<rules::Limit>().count); }
  void operator()(DeadlineFacts& facts) const {
    add(facts.responses, kind<rules::Deadline>().response);
  }
  void operator()(FrequencyFacts& facts) const {
    add(facts.events, kind<rules::Frequency>().event);
    add(facts.pauses, kind<rules::Frequency>().pause);
  }

 private:
  template <typename T>
  const T& kind() const {
    return std::get<T>(rule_.kind);
  }
  void add(Items& items, const std::vector<rules::Elements>& sources) const {
    items.left_out = left_out_of(sources, subject_, rule_.where.file, context_);
  }

  const rules::Rule& rule_;
  FramePtr subject_;
  const Context& context_;
};

/// Accounts of the subjects of one rule.
class Accountant {
 public:
  Accountant(const rules::Rule& rule, std::size_t index, const std::map<int, value::Date>& complete,
             Context& context)
      : rule_(rule),
        index_(index),
        context_(context),
        completeness_(rule, complete, context),
        empty_(completeness_.unstated(empty_main_tables(rule, context))) {}

  Account account_of(const Elements& batch, std::uint32_t place) {
    // Only whether a key is unique is decided by all subjects together.
    const bool together = std::holds_alternative<rules::Unique>(rule_.kind);
    const Elements subjects = together ? batch : narrow(batch, {place});
    const std::set<int> lacking = completeness_.parts_of(subjects, context_).front().open;
    const OpenTables open(lacking, context_);
    absence_ = {empty_, completeness_.note(lacking)};
    Recorder recorder{together ? place : 0, {}, {}};
    const std::uint32_t subject = recorder.subject;
    context_.misses.clear();
    const Batch judged(rule_, standing_of(rule_, subjects, context_), absence_, context_,
                       &recorder);
    Account account;
    account.rule = index_;
    account.subject = subject_of(rule_, judged.standing().frame, subject, context_);
    account.verdict = judged.worst(subject);
    account.outcomes = outcomes_of(judged, account.subject);
    account.misses.assign(context_.misses.begin(), context_.misses.end());
    account.facts = std::move(recorder.facts);
    account.readings = std::move(recorder.readings);
    add_standing(account, judged.standing(), subject);
    add_conditions(account, narrow(judged.standing().frame, {subject}));
    if (account.step == Step::kDoubtful) add_if_applicable(account, judged.standing(), subject);
    return account;
  }

 private:
  std::vector<rules::Outcome> outcomes_of(const Batch& batch, const rules::Subject& subject) {
    std::vector<rules::Outcome> outcomes;
    Indices entries;
    batch.report(index_, {std::begin(kAll), std::end(kAll)}, context_, outcomes, entries);
    std::erase_if(outcomes,
                  [&](const auto& outcome) { return outcome.subject.key != subject.key; });
    std::stable_sort(outcomes.begin(), outcomes.end(), [](const auto& a, const auto& b) {
      const auto place = [](const rules::Outcome& outcome) {
        return std::make_tuple(outcome.period ? outcome.period->from : value::kLastDate,
                               outcome.verdict);
      };
      return place(a) < place(b);
    });
    return outcomes;
  }

  void add_standing(Account& account, const Standing& standing, std::uint32_t subject) const {
    account.step = standing.steps[subject];
    account.future_run = standing.future_run[subject];
    account.has_over = over_of(rule_) != nullptr;
    account.has_own_date = own_date_of(rule_) != nullptr;
    if (standing.own_date.is_known(subject)) {
      account.own_date =
          value::Date{standing.own_date.of<std::int32_t>()[standing.own_date.at(subject)]};
    }
    if (!account.has_over) return;
    std::set<CalendarMiss> misses;
    Context own = context_.beside(misses);
    const FramePtr frame = narrow(standing.frame, {subject});
    if (evaluate(*over_of(rule_), frame, own).is_known(0)) {
      account.period = standing.periods[subject];
    }
  }

  void add_conditions(Account& account, const FramePtr& subject) const {
    std::set<CalendarMiss> misses;
    Context own = context_.beside(misses);
    for (const auto& binding : rule_.subjects) {
      if (!binding.where) continue;
      account.selected.push_back(answer(binding.where, subject, rule_.where.file, own));
    }
    if (rule_.when) account.when = answer(rule_.when, subject, rule_.where.file, own);
    std::visit(LeftOutAdder(rule_, subject, own), account.facts);
  }

  void add_if_applicable(Account& account, Standing standing, std::uint32_t subject) {
    if (!standing.judged(subject)) return;
    standing.steps[subject] = Step::kJudge;
    account.if_applicable =
        outcomes_of(Batch(rule_, std::move(standing), absence_, context_), account.subject);
  }

  const rules::Rule& rule_;
  std::size_t index_;
  Context& context_;
  Completeness completeness_;
  std::set<int> empty_;
  Absence absence_;  ///< of the subject at hand
};

/// A row that is no subject of its line of reserved tasks.
NoSubject of_another_line(const Account& account, const rules::Rule& rule, const FramePtr& subject,
                          Context& context) {
  NoSubject none;
  none.why = NoSubject::Why::kOtherTask;
  none.row = account.subject;
  const auto task = value_of(std::get<rules::Reserve>(rule.kind).task, subject, context);
  if (!task.is_missing()) none.task = value::to_string(task);
  return none;
}

}  // namespace

Accounts account(const rules::RuleSet& rules, std::size_t index, const data::Dataset& data,
                 value::Date as_of, const std::map<int, value::Date>& complete,
                 const std::string& key) {
  const rules::Rule& rule = rules.rules.at(index);
  Accounts result;
  result.not_run = rule.disabled ? rule.disabled : what_is_lacking(rule, data);
  if (result.not_run) return result;
  std::set<CalendarMiss> misses;
  Context context{data, *rule.environment, as_of, misses};
  const std::vector<FoundSubjects> found = find_subjects(rule, key, context);
  Accountant accountant(rule, index, complete, context);
  for (const FoundSubjects& each : found) {
    for (const std::uint32_t place : each.places) {
      Account account = accountant.account_of(each.batch, place);
      if (account.step == Step::kElsewhere) {
        result.none = of_another_line(account, rule, narrow(each.batch.frame, {place}), context);
      } else {
        result.accounts.push_back(std::move(account));
      }
    }
  }
  if (found.empty()) result.none = why_none(rule, key, context);
  if (!result.accounts.empty()) result.none.reset();
  return result;
}

}  // namespace remit::engine
