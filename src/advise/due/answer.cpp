#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "advise/due/concern.h"
#include "advise/due/later.h"
#include "advise/due/question.h"
#include "remit/due.h"

namespace remit {
namespace {

using advise::Mark;
using advise::Watched;
using rules::Outcome;
using rules::Verdict;

/// After an end of cover its grace goes by before that is a breach; so long is looked for it.
constexpr std::int32_t kLongestGrace = 366;

value::Date after(value::Date day, std::int32_t days = 1) { return {day.days + days}; }

/// Kinds that ask for something to happen: a breach of another one may last, but is not overdue.
bool is_duty(const rules::Rule& rule) {
  return std::holds_alternative<rules::Cover>(rule.kind) ||
         std::holds_alternative<rules::Frequency>(rule.kind) ||
         std::holds_alternative<rules::Deadline>(rule.kind);
}

/// What one item is made of, before it is known how it turns out.
struct Draft {
  DueState state;
  Outcome outcome;
  value::Date due;
  advise::Concern concern;
  Watched watched;
};

/// Makes the list for one question.
class Lister {
 public:
  Lister(const advise::Session& session, const advise::DueScope& scope)
      : session_(session), scope_(scope), rows_(session.data()), concerns_(session) {}

  DueAnswer list() {
    const auto today = judge(session_.as_of());
    const auto then = judge(after(scope_.last));
    for (std::size_t rule = 0; rule < session_.rules().rules.size(); ++rule) {
      if (session_.described().rules[rule].severity < scope_.least) continue;
      list_rule(rule, today[rule], then[rule]);
    }
    std::sort(answer_.items.begin(), answer_.items.end(),
              [&](const DueItem& a, const DueItem& b) { return place(a) < place(b); });
    answer_.last = scope_.last;
    return std::move(answer_);
  }

 private:
  /// What is overdue first, then by day, then the most severe first.
  std::tuple<bool, value::Date, int, std::string, std::string, findings::Fingerprint> place(
      const DueItem& item) const {
    const Outcome& outcome = item.finding.outcome;
    const auto& rule = session_.described().rules[outcome.rule];
    return {item.state != DueState::kOverdue,
            item.due,
            -static_cast<int>(rule.severity),
            rule.id,
            outcome.subject.key,
            item.finding.fingerprint};
  }

  using ByRule = std::vector<std::vector<Outcome>>;

  ByRule judge(value::Date day) const {
    engine::Options options = session_.options();
    options.as_of = day;
    engine::Evaluation evaluation = engine::evaluate(session_.rules(), session_.data(), options);
    ByRule all(session_.rules().rules.size());
    for (Outcome& outcome : evaluation.outcomes.outcomes) {
      all[outcome.rule].push_back(std::move(outcome));
    }
    return all;
  }

  void list_rule(std::size_t rule, const std::vector<Outcome>& today,
                 const std::vector<Outcome>& then) {
    const rules::Rule& about = session_.rules().rules[rule];
    drafts_.clear();
    marks_.clear();
    for (const Outcome& outcome : today) marks_.insert(advise::mark_of(about, outcome));
    for (const Outcome& outcome : today) {
      if (outcome.verdict == Verdict::kDue && *outcome.due <= scope_.last) {
        draft(DueState::kDue, outcome, *outcome.due);
      }
    }
    find_turns(about);
    draft_coming(about, then);
    if (scope_.overdue && is_duty(about)) draft_overdue(today);
    for (Draft& each : drafts_) finish(each);
  }

  void draft(DueState state, const Outcome& outcome, value::Date due) {
    const rules::Rule& about = session_.rules().rules[outcome.rule];
    const auto rows = rows_.rows_of(about, outcome.subject.key);
    const advise::Concern concern = concerns_.of(rows);
    if (!is_asked(concern)) return;
    const bool by_table =
        std::holds_alternative<lang::typed::TableSource>(about.subjects.front().source);
    Watched watched{outcome.rule, outcome.subject, {}, due, {}, {}, {}};
    if (by_table && !rows.empty()) watched.row = static_cast<std::uint32_t>(rows.front().row);
    drafts_.push_back({state, outcome, due, concern, std::move(watched)});
  }

  bool is_asked(const advise::Concern& concern) const {
    const auto fits = [](std::int32_t wanted, std::int32_t is) {
      return wanted < 0 || wanted == is;
    };
    return fits(scope_.subject, concern.subject) && fits(scope_.worker, concern.worker) &&
           (fits(scope_.team, concern.worker_team) || fits(scope_.team, concern.case_team));
  }

  /// On which day what is due turns into something else.
  void find_turns(const rules::Rule& about) {
    if (drafts_.empty()) return;
    const auto* cover = std::get_if<rules::Cover>(&about.kind);
    value::Date until = session_.as_of();
    std::vector<Watched*> all;
    for (Draft& each : drafts_) {
      until = std::max(until, after(each.due, cover && cover->grace ? kLongestGrace : 1));
      all.push_back(&each.watched);
    }
    advise::watch(session_, marks_, until, std::move(all));
  }

  /// What an audit after the last day finds although nothing of it is due today.
  void draft_coming(const rules::Rule& about, const std::vector<Outcome>& then) {
    std::set<Mark> expected = marks_;
    for (const Draft& each : drafts_) {
      if (each.watched.violation) expected.insert(advise::mark_of(about, *each.watched.violation));
    }
    const std::size_t first = drafts_.size();
    std::set<std::pair<std::string, std::string>> seen;
    for (const Outcome& outcome : then) {
      if (outcome.verdict != Verdict::kViolation) continue;
      if (expected.contains(advise::mark_of(about, outcome))) continue;
      if (!seen.emplace(outcome.subject.entity, outcome.subject.key).second) continue;
      draft(DueState::kComing, outcome, scope_.last);
    }
    if (drafts_.size() == first) return;
    std::vector<Watched*> all;
    for (std::size_t i = first; i < drafts_.size(); ++i) all.push_back(&drafts_[i].watched);
    advise::watch(session_, expected, after(scope_.last), std::move(all));
    for (std::size_t i = first; i < drafts_.size(); ++i) {
      Draft& each = drafts_[i];
      if (!each.watched.violation_on) continue;
      each.outcome = *each.watched.violation;
      each.due = {each.watched.violation_on->days - 1};
    }
  }

  /// Breaches that would last longer if nothing happened tomorrow either.
  void draft_overdue(const std::vector<Outcome>& today) {
    const std::size_t first = drafts_.size();
    for (const Outcome& outcome : today) {
      if (outcome.verdict != Verdict::kViolation || !outcome.period) continue;
      if (value::end_day(*outcome.period) <= session_.as_of()) continue;
      draft(DueState::kOverdue, outcome, {value::first_day(*outcome.period).days - 1});
    }
    if (drafts_.size() == first) return;
    const std::size_t rule = drafts_[first].outcome.rule;
    std::set<std::uint32_t> rows;
    bool all_rows = false;
    for (std::size_t i = first; i < drafts_.size(); ++i) {
      if (drafts_[i].watched.row) rows.insert(*drafts_[i].watched.row);
      all_rows = all_rows || !drafts_[i].watched.row;
    }
    const std::vector<std::uint32_t> some(rows.begin(), rows.end());
    const auto tomorrow =
        advise::judge_on(session_, rule, after(session_.as_of()), all_rows ? nullptr : &some);
    drafts_.erase(
        std::remove_if(drafts_.begin() + static_cast<std::ptrdiff_t>(first), drafts_.end(),
                       [&](const Draft& each) { return !lasts(each, tomorrow); }),
        drafts_.end());
  }

  bool lasts(const Draft& draft, const std::vector<Outcome>& tomorrow) const {
    const rules::Rule& about = session_.rules().rules[draft.outcome.rule];
    const Mark mark = advise::mark_of(about, draft.outcome);
    return std::any_of(tomorrow.begin(), tomorrow.end(), [&](const Outcome& outcome) {
      return outcome.period && advise::mark_of(about, outcome) == mark &&
             value::end_day(*outcome.period) > value::end_day(*draft.outcome.period);
    });
  }

  void finish(const Draft& draft) {
    DueItem item;
    item.state = draft.state;
    item.due = draft.due;
    item.finding.outcome = draft.outcome;
    item.finding.fingerprint =
        findings::fingerprint(session_.rules().rules[draft.outcome.rule].id, draft.outcome);
    set_turn(draft, item);
    const auto key = [&](int table, std::int32_t row) {
      return row < 0 ? std::string() : data::key_text(session_.data(), table, row);
    };
    const advise::Concern& concern = draft.concern;
    item.subject = key(concerns_.cases(), concern.subject);
    item.worker = key(concerns_.workers(), concern.worker);
    item.team =
        key(concerns_.teams(), concern.worker_team >= 0 ? concern.worker_team : concern.case_team);
    answer_.items.push_back(std::move(item));
  }

  static void set_turn(const Draft& draft, DueItem& item) {
    if (draft.state == DueState::kOverdue) {
      item.turns_on = value::first_day(*draft.outcome.period);
    } else if (draft.watched.violation_on) {
      item.turns_on = draft.watched.violation_on;
    } else if (draft.watched.unknown_on) {
      item.turns = Verdict::kUnknown;
      item.turns_on = draft.watched.unknown_on;
    } else {
      item.turns = Verdict::kPass;
    }
  }

  const advise::Session& session_;
  const advise::DueScope& scope_;
  advise::SubjectRows rows_;
  advise::Concerns concerns_;
  std::vector<Draft> drafts_;  ///< of the rule that is being listed
  std::set<Mark> marks_;       ///< what it finds today
  DueAnswer answer_;
};

bool has_day(const findings::Finding& finding) {
  return finding.outcome.period || finding.outcome.due;
}

/// Leaves out what is personal, and what has no day then.
void cover(const advise::Session& session, DueAnswer& answer) {
  if (!session.veil()) return;
  for (DueItem& item : answer.items) {
    session.veil()->cover(session.rules().rules[item.finding.outcome.rule].id, item.finding);
  }
  const auto shown = std::remove_if(answer.items.begin(), answer.items.end(),
                                    [](const DueItem& item) { return !has_day(item.finding); });
  answer.hidden = static_cast<std::size_t>(answer.items.end() - shown);
  answer.items.erase(shown, answer.items.end());
}

}  // namespace

std::optional<DueAnswer> Advisor::due(const DueQuestion& question,
                                      text::Diagnostics& diagnostics) const {
  const auto scope = advise::read_question(*session_, question, diagnostics);
  if (!scope) return std::nullopt;
  try {
    DueAnswer answer = Lister(*session_, *scope).list();
    cover(*session_, answer);
    return answer;
  } catch (const engine::TooManyElements& many) {
    diagnostics.error("too-many-rows", {}, many.what(),
                      "tie the rows to the subject by an equality in their `where`, or leave out "
                      "rows whose key is missing");
    return std::nullopt;
  }
}

std::string_view word(DueState state) {
  switch (state) {
    case DueState::kOverdue:
      return "overdue";
    case DueState::kDue:
      return "due";
    default:
      return "coming";
  }
}

}  // namespace remit
