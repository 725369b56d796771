#include <algorithm>

#include "account/account.h"
#include "account/telling.h"

namespace remit::account {
namespace {

using findings::Explanation;
using findings::TimelineEntry;

/// In order of date; what nobody can date comes last.
void sort_timeline(std::vector<TimelineEntry>& timeline) {
  std::stable_sort(timeline.begin(), timeline.end(), [](const auto& a, const auto& b) {
    return a.from.value_or(value::kOpen) < b.from.value_or(value::kOpen);
  });
}

void tell_account(const Telling& telling) {
  Explanation& out = telling.out;
  out.subject = telling.account.subject;
  tell_verdicts(telling);
  tell_steps(telling);
  tell_read(telling);
  tell_needs(telling);
  if (out.timeline.empty()) return;
  telling.enter(TimelineEntry::Kind::kAsOf, telling.as_of, "as-of date");
  sort_timeline(out.timeline);
}

std::string not_run_said(const rules::Rule& rule, const std::string& reason) {
  if (!rule.disabled) return "The rule was not evaluated: " + reason + ".";
  return reason.empty() ? "The rule is disabled." : "The rule is disabled: " + reason + ".";
}

}  // namespace

std::vector<Explanation> explain(const rules::RuleSet& rules, std::size_t index,
                                 const data::Dataset& data, value::Date as_of,
                                 const std::map<int, value::Date>& complete, const std::string& key,
                                 const privacy::Veil* veil) {
  const rules::Rule& rule = rules.rules.at(index);
  engine::Accounts accounts = engine::account(rules, index, data, as_of, complete, key);
  if (veil) veil->cover(rule, accounts);
  const std::string shown = veil ? veil->shown(rule, key) : key;
  Explanation blank;
  blank.as_of = as_of;
  tell_rule(rules, rule, blank);
  std::vector<Explanation> all;
  for (const engine::Account& account : accounts.accounts) {
    all.push_back(blank);
    tell_account({rule, account, data, as_of, all.back()});
    if (veil) veil->cover(all.back());
  }
  if (!all.empty()) return all;
  if (accounts.not_run) {
    blank.state = Explanation::State::kNotRun;
    blank.subject.key = shown;
    blank.why = not_run_said(rule, *accounts.not_run);
  } else if (accounts.none) {
    tell_none(*accounts.none, shown, rule, data, blank);
  }
  return {blank};
}

}  // namespace remit::account
