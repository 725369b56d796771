#include "advise/compare.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "engine/unique_keys.h"
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

Found by_fingerprint(const rules::RuleSet& rules, const std::vector<Outcome>& outcomes) {
  Found found;
  for (const Outcome& outcome : outcomes) {
    found.emplace(findings::fingerprint(rules.rules[outcome.rule].id, outcome), &outcome);
  }
  return found;
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

/// The worst first.
void sort(std::vector<findings::Finding>& all, const rules::RuleSet& rules) {
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

/// Of subjects that share keys with those of some rows, before or after, all rows.
void add_rivals(const Session& session, std::size_t rule, const data::Dataset& with,
                Affected& affected) {
  const KnownRule& known = session.known()[rule];
  const std::vector<std::uint32_t> rows(affected.rows.begin(), affected.rows.end());
  const int first = session.rules().rules[rule].subjects.front().type.table;
  const std::size_t size = session.data().tables[static_cast<std::size_t>(first)].rows;
  std::vector<std::uint32_t> old;
  std::copy_if(rows.begin(), rows.end(), std::back_inserter(old),
               [size](std::uint32_t row) { return row < size; });
  const auto add = [&](const data::Dataset& data, const std::vector<std::uint32_t>& some) {
    for (const auto& claim :
         engine::unique_keys(session.rules(), rule, data, session.as_of(), &some)) {
      const auto rivals = claim.key ? known.claims.find(*claim.key) : known.claims.end();
      if (rivals == known.claims.end()) continue;
      affected.rows.insert(rivals->second.begin(), rivals->second.end());
    }
  };
  add(session.data(), old);
  add(with, rows);
}

bool was_empty(const Session& session, const Changed& change) {
  return session.data().tables[static_cast<std::size_t>(change.table)].rows == 0;
}

/// Adds the rows that see a change along some paths; false where that cannot be told.
bool add_seeing(const data::Dataset& data, const std::set<Path>& paths, std::uint32_t row,
                std::set<std::uint32_t>& rows) {
  for (const Path& path : paths) {
    const auto seeing = rows_that_see(data, path, row);
    if (!seeing) return false;
    rows.insert(seeing->begin(), seeing->end());
  }
  return true;
}

/// Of a row that was there, also where it stood before counts.
bool add_seeing(const Session& session, const data::Dataset& with, const std::set<Path>& paths,
                const Changed& change, std::set<std::uint32_t>& rows) {
  const bool is_old =
      change.row < session.data().tables[static_cast<std::size_t>(change.table)].rows;
  if (is_old && !add_seeing(session.data(), paths, change.row, rows)) return false;
  return add_seeing(with, paths, change.row, rows);
}

}  // namespace

Effects compare(const rules::RuleSet& rules, const std::vector<Outcome>& without,
                const std::vector<Outcome>& with) {
  Effects effects;
  Found before = by_fingerprint(rules, without);
  for (const Outcome& outcome : with) {
    const rules::Rule& rule = rules.rules[outcome.rule];
    const auto print = findings::fingerprint(rule.id, outcome);
    const Outcome* match = take_match(before, print, outcome);
    if (match && !is_worse(rule, *match, outcome)) continue;
    if (auto* list = list_of(effects, outcome.verdict)) list->push_back({outcome, print});
  }
  for (const auto& [print, outcome] : before) {
    if (list_of(effects, outcome->verdict)) effects.ended.push_back({*outcome, print});
  }
  for (auto* list : {&effects.caused, &effects.doubted, &effects.brought, &effects.ended}) {
    sort(*list, rules);
  }
  return effects;
}

Affected affected(const Session& session, std::size_t rule, const data::Dataset& with,
                  const std::vector<Changed>& changes) {
  Affected result;
  const Reach& reach = session.known()[rule].reach;
  const rules::Rule& one = session.rules().rules[rule];
  const bool by_table =
      std::holds_alternative<lang::typed::TableSource>(one.subjects.front().source);
  for (const Changed& change : changes) {
    const auto paths = reach.paths.find(change.table);
    const bool anywhere = reach.anywhere.contains(change.table);
    if (paths == reach.paths.end() && !anywhere) continue;
    if (anywhere || !by_table || was_empty(session, change) ||
        !add_seeing(session, with, paths->second, change, result.rows)) {
      return {true, {}};
    }
  }
  if (std::holds_alternative<rules::Unique>(one.kind) && !result.rows.empty()) {
    add_rivals(session, rule, with, result);
  }
  return result;
}

namespace {

/// What is not to be shown is taken out only when all has been compared.
void cover(const Session& session, std::vector<findings::Finding>& all) {
  if (!session.veil()) return;
  for (findings::Finding& finding : all) {
    session.veil()->cover(session.rules().rules[finding.outcome.rule].id, finding);
  }
}

}  // namespace

Effects effects_of(const Session& session, const data::Dataset& with,
                   const std::vector<Changed>& changes) {
  std::vector<Outcome> before;
  std::vector<Outcome> after;
  const auto evaluate = [&](std::size_t rule, const data::Dataset& data,
                            const std::vector<std::uint32_t>* rows, std::vector<Outcome>& to) {
    auto outcomes = engine::evaluate_rows(session.rules(), rule, data, session.options(), rows);
    std::move(outcomes.begin(), outcomes.end(), std::back_inserter(to));
  };
  for (std::size_t rule = 0; rule < session.known().size(); ++rule) {
    if (!session.known()[rule].is_run) continue;
    const Affected some = affected(session, rule, with, changes);
    if (some.all) {
      evaluate(rule, session.data(), nullptr, before);
      evaluate(rule, with, nullptr, after);
      continue;
    }
    if (some.rows.empty()) continue;
    const int first = session.rules().rules[rule].subjects.front().type.table;
    const std::size_t size = session.data().tables[static_cast<std::size_t>(first)].rows;
    std::vector<std::uint32_t> rows(some.rows.begin(), some.rows.end());
    evaluate(rule, with, &rows, after);
    std::erase_if(rows, [size](std::uint32_t row) { return row >= size; });
    if (!rows.empty()) evaluate(rule, session.data(), &rows, before);
  }
  Effects effects = compare(session.rules(), before, after);
  for (auto* all : {&effects.caused, &effects.doubted, &effects.brought, &effects.ended}) {
    cover(session, *all);
  }
  return effects;
}

}  // namespace remit::advise
