#include "baseline/compare.h"

#include <algorithm>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include "baseline/match.h"
#include "findings/selection.h"
#include "findings/verdict.h"

namespace remit::baseline {
namespace {

using findings::Audit;
using findings::Finding;
using findings::History;
using findings::PastFinding;
using findings::State;
using rules::Verdict;

bool is_tracked(Verdict verdict) {
  return verdict != Verdict::kPass && verdict != Verdict::kNotApplicable;
}

class Comparison {
 public:
  Comparison(const Run& run, const CalendarOf& calendar_of, Audit& audit)
      : run_(run), calendar_of_(calendar_of), audit_(audit) {
    for (std::size_t i = 0; i < audit.rules.size(); ++i) rules_.emplace(audit.rules[i].id, i);
    listed_.verdicts = run.verdicts;
    listed_.least = run.least;
  }

  void run();

 private:
  void compare_group(std::span<const Entry> former, std::span<const std::size_t> now);
  void mark(Finding& finding, const Entry& entry);
  void mark_new(Finding& finding);
  void add_past(const Entry& entry, std::span<const Finding* const> now);
  /// Why this run cannot say that an entry is there no more; empty where it can.
  std::string doubt(const Entry& entry, std::span<const Finding* const> now) const;
  std::optional<std::int64_t> age(const std::string& rule, value::Date from, value::Date to) const;
  void add(Finding& finding, const History& history);
  const std::string& rule_of(const Entry& entry) const { return run_.rules[entry.rule]; }

  const Run& run_;
  const CalendarOf& calendar_of_;
  Audit& audit_;
  findings::Baseline result_;
  findings::Selection listed_;  ///< by the former run
  std::map<std::string, std::size_t, std::less<>> rules_;
};

/// Both are in the order of rule and key, so that one walk meets them all.
void Comparison::run() {
  std::size_t next = 0;
  std::size_t i = 0;
  const auto& entries = run_.entries;
  const auto order = [&](const Entry& entry) { return std::tie(rule_of(entry), entry.key); };
  const auto place = [&](const Finding& finding) {
    return std::tie(findings::rule_of(audit_, finding).id, finding.outcome.subject.key);
  };
  std::vector<std::size_t> group;
  while (next < entries.size() || i < audit_.findings.size()) {
    const bool from_run =
        i == audit_.findings.size() ||
        (next < entries.size() && order(entries[next]) <= place(audit_.findings[i]));
    const std::string rule =
        from_run ? rule_of(entries[next]) : findings::rule_of(audit_, audit_.findings[i]).id;
    const std::string key = from_run ? entries[next].key : audit_.findings[i].outcome.subject.key;
    const std::size_t first = next;
    while (next < entries.size() && order(entries[next]) == std::tie(rule, key)) ++next;
    group.clear();
    while (i < audit_.findings.size() && place(audit_.findings[i]) == std::tie(rule, key)) {
      group.push_back(i++);
    }
    compare_group(std::span(entries).subspan(first, next - first), group);
  }
  result_.file = run_.file;
  result_.as_of = run_.as_of;
  result_.version = run_.version;
  result_.verdicts = run_.verdicts;
  result_.least = run_.least;
  result_.window = run_.window;
  audit_.baseline = std::move(result_);
}

void Comparison::compare_group(std::span<const Entry> former, std::span<const std::size_t> now) {
  std::vector<Entry> tracked;
  for (const Entry& entry : former) {
    if (is_tracked(entry.former.verdict)) tracked.push_back(entry);
  }
  std::vector<Finding*> found;
  std::vector<const Finding*> seen;
  for (const std::size_t index : now) {
    Finding& finding = audit_.findings[index];
    if (!is_tracked(finding.outcome.verdict)) continue;
    found.push_back(&finding);
    seen.push_back(&finding);
  }
  const auto pairs = pair(tracked, seen, audit_.as_of);
  std::vector<bool> continued(tracked.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (pairs[i]) {
      continued[*pairs[i]] = true;
      mark(*found[i], tracked[*pairs[i]]);
    } else {
      mark_new(*found[i]);
    }
  }
  for (std::size_t k = 0; k < tracked.size(); ++k) {
    if (!continued[k]) add_past(tracked[k], seen);
  }
}

void Comparison::mark(Finding& finding, const Entry& entry) {
  const findings::RuleResult& rule = findings::rule_of(audit_, finding);
  History history;
  const bool same = entry.former.verdict == finding.outcome.verdict &&
                    entry.former.severity == rule.severity &&
                    same_days(entry.former, finding.outcome, audit_.as_of);
  history.state = entry.state == State::kFixed ? State::kReopened
                  : same                       ? State::kUnchanged
                                               : State::kChanged;
  history.first_seen = entry.first_seen;
  history.age = age(rule.id, entry.first_seen, audit_.as_of);
  history.former = entry.former;
  add(finding, history);
}

/// A waived finding is not listed by many runs, and may well have been there.
void Comparison::mark_new(Finding& finding) {
  const Verdict verdict = finding.outcome.verdict;
  const findings::RuleResult& rule = findings::rule_of(audit_, finding);
  const Verdict as_listed = verdict == Verdict::kWaived ? Verdict::kViolation : verdict;
  if (!listed_.picks(as_listed, rule.severity)) return;
  add(finding, {State::kNew, audit_.as_of, age(rule.id, audit_.as_of, audit_.as_of), std::nullopt});
}

void Comparison::add(Finding& finding, const History& history) {
  ++result_.counts[static_cast<std::size_t>(history.state)];
  finding.history = audit_.histories.size();
  audit_.histories.push_back(history);
}

std::string Comparison::doubt(const Entry& entry, std::span<const Finding* const> now) const {
  const auto rule = rules_.find(rule_of(entry));
  if (rule == rules_.end()) return "its rule is not among those of this run";
  const findings::RuleResult& result = audit_.rules[rule->second];
  if (result.tally.not_run) return "its rule was not run: " + *result.tally.not_run;
  rules::Outcome then;
  then.period = entry.former.period;
  then.due = entry.former.due;
  if (audit_.window && !findings::meets(then, *audit_.window)) {
    return "it lies outside the audit window";
  }
  const bool unknown = std::any_of(now.begin(), now.end(), [&](const Finding* finding) {
    return finding->outcome.verdict == Verdict::kUnknown &&
           meet(entry.former, finding->outcome, audit_.as_of);
  });
  return unknown ? "what the rule needs to judge it is unknown now" : "";
}

void Comparison::add_past(const Entry& entry, std::span<const Finding* const> now) {
  PastFinding past;
  past.rule = rule_of(entry);
  past.subject = {run_.entities[entry.entity], entry.key};
  past.fingerprint = entry.fingerprint;
  past.history = {State::kFixed, entry.first_seen, std::nullopt, entry.former};
  past.earlier = entry.state == State::kFixed;
  if (past.earlier) {
    past.fixed_on = entry.fixed_on;
    past.why = entry.why;
  } else if (std::string why = doubt(entry, now); !why.empty()) {
    past.history.state = State::kNotJudged;
    past.why = std::move(why);
  } else {
    past.fixed_on = audit_.as_of;
    past.why = "the rule holds for it now, or no longer applies";
  }
  past.history.age = age(past.rule, entry.first_seen, past.fixed_on.value_or(audit_.as_of));
  if (past.earlier) {
    ++result_.fixed_earlier;
  } else {
    ++result_.counts[static_cast<std::size_t>(past.history.state)];
  }
  audit_.past.push_back(std::move(past));
}

std::optional<std::int64_t> Comparison::age(const std::string& rule, value::Date from,
                                            value::Date to) const {
  const value::Calendar* calendar = calendar_of_(rule);
  return calendar ? calendar->working_days_between(from, to) : std::nullopt;
}

}  // namespace

bool check(const Run& run, const std::string& ruleset, value::Date as_of, const std::string& option,
           text::Diagnostics& diagnostics) {
  if (run.ruleset != ruleset) {
    diagnostics.error("baseline", {},
                      fmt::format("`{}`: `{}` was judged by the rule set `{}`, and this run judges "
                                  "by `{}`",
                                  option, run.file, run.ruleset, ruleset),
                      "give a former run of the same rules");
    return false;
  }
  if (run.as_of > as_of) {
    diagnostics.error("baseline", {},
                      fmt::format("`{}`: `{}` is as of {}, which is after {}", option, run.file,
                                  value::to_string(run.as_of), value::to_string(as_of)),
                      "give a run as of the same day or an earlier one");
    return false;
  }
  return true;
}

void compare(const Run& run, const CalendarOf& calendar_of, Audit& audit) {
  Comparison(run, calendar_of, audit).run();
}

}  // namespace remit::baseline
