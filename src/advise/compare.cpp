#include "advise/compare.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "findings/finding.h"

namespace remit::advise {
namespace {

using rules::Outcome;
using rules::Verdict;

auto parts(const rules::Evidence& evidence) {
  return std::make_tuple(evidence.path, value::to_string(evidence.value), evidence.resource,
                         evidence.key);
}

bool same_evidence(const Outcome& left, const Outcome& right) {
  return std::equal(left.evidence.begin(), left.evidence.end(), right.evidence.begin(),
                    right.evidence.end(),
                    [](const auto& a, const auto& b) { return parts(a) == parts(b); });
}

bool same(const Outcome& left, const Outcome& right) {
  return left.period == right.period && left.due == right.due && left.message == right.message &&
         left.needs == right.needs && same_evidence(left, right);
}

using RowKeys = std::set<std::pair<std::string, std::string>>;

RowKeys rows_of(const Outcome& outcome) {
  RowKeys rows;
  for (const rules::Evidence& evidence : outcome.evidence) {
    rows.emplace(evidence.resource, evidence.key);
  }
  return rows;
}

/// Whether a limit that is passed in both cases is passed by other rows than without the changes:
/// by more where they are too many, with fewer where they are too few.
bool is_greater(const rules::Rule& rule, const Outcome& without, const Outcome& with) {
  const auto* limit = std::get_if<rules::Limit>(&rule.kind);
  if (!limit) return false;
  const RowKeys before = rows_of(without);
  const RowKeys after = rows_of(with);
  const auto has_more = [](const RowKeys& some, const RowKeys& others) {
    return !std::includes(others.begin(), others.end(), some.begin(), some.end());
  };
  return (limit->at_most && has_more(after, before)) ||
         (limit->at_least && has_more(before, after));
}

bool is_longer(const Outcome& without, const Outcome& with) {
  return with.period && without.period &&
         value::end_day(*with.period) > value::end_day(*without.period);
}

/// Whether what was found in both cases counts as an effect of the changes.
bool is_worse(const rules::Rule& rule, const Outcome& without, const Outcome& with) {
  if (with.verdict == Verdict::kUnknown) return !same(without, with);
  return is_greater(rule, without, with) || is_longer(without, with);
}

using Found = std::multimap<findings::Fingerprint, const Outcome*>;

Found by_fingerprint(const rules::RuleSet& rules, const std::vector<const Outcome*>& outcomes) {
  Found found;
  for (const Outcome* outcome : outcomes) {
    found.emplace(findings::fingerprint(rules.rules[outcome->rule].id, *outcome), outcome);
  }
  return found;
}

std::vector<const Outcome*> pointers_to(const std::vector<Outcome>& outcomes) {
  std::vector<const Outcome*> pointers;
  for (const Outcome& outcome : outcomes) pointers.push_back(&outcome);
  return pointers;
}

/// Takes out the outcome that is most alike; null where none has the fingerprint.
const Outcome* take_match(Found& found, const findings::Fingerprint& print, const Outcome& like) {
  const auto [begin, end] = found.equal_range(print);
  if (begin == end) return nullptr;
  auto best = std::find_if(begin, end, [&](const auto& each) { return same(*each.second, like); });
  if (best == end) best = begin;
  const Outcome* match = best->second;
  found.erase(best);
  return match;
}

std::vector<findings::Finding>* list_of(Effects& effects, Verdict verdict) {
  switch (verdict) {
    case Verdict::kViolation:
      return &effects.caused;
    case Verdict::kUnknown:
      return &effects.doubted;
    case Verdict::kDue:
      return &effects.brought;
    default:
      return nullptr;
  }
}

}  // namespace

void put_worst_first(std::vector<findings::Finding>& all, const rules::RuleSet& rules) {
  const auto place = [&](const findings::Finding& finding) {
    const Outcome& outcome = finding.outcome;
    const auto start = outcome.period ? std::optional(outcome.period->from) : std::nullopt;
    const auto severity = static_cast<int>(rules.rules[outcome.rule].severity);
    return std::make_tuple(outcome.verdict, outcome.due, -severity, outcome.rule,
                           std::cref(outcome.subject.key), start, finding.fingerprint);
  };
  std::stable_sort(all.begin(), all.end(),
                   [&](const auto& a, const auto& b) { return place(a) < place(b); });
}

Effects compare(const rules::RuleSet& rules, const std::vector<const Outcome*>& without,
                const std::vector<const Outcome*>& with) {
  Effects effects;
  Found before = by_fingerprint(rules, without);
  for (const Outcome* outcome : with) {
    const rules::Rule& rule = rules.rules[outcome->rule];
    const auto print = findings::fingerprint(rule.id, *outcome);
    const Outcome* match = take_match(before, print, *outcome);
    if (match && !is_worse(rule, *match, *outcome)) continue;
    if (auto* list = list_of(effects, outcome->verdict)) list->push_back({*outcome, print});
  }
  for (const auto& [print, outcome] : before) {
    if (list_of(effects, outcome->verdict)) effects.ended.push_back({*outcome, print});
  }
  return effects;
}

Effects compare(const rules::RuleSet& rules, const std::vector<Outcome>& without,
                const std::vector<Outcome>& with) {
  return compare(rules, pointers_to(without), pointers_to(with));
}

}  // namespace remit::advise
