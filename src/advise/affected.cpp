#include "advise/affected.h"

#include <algorithm>
#include <variant>

#include "engine/unique_keys.h"

namespace remit::advise {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

void add(const std::vector<Seen>& more, std::vector<Seen>& rows) {
  rows.insert(rows.end(), more.begin(), more.end());
}

void make_unique(std::vector<Seen>& rows) {
  if (!std::is_sorted(rows.begin(), rows.end())) std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
}

bool is_unique(const rules::Rule& rule) { return std::holds_alternative<rules::Unique>(rule.kind); }

bool begins_with_table(const rules::Rule& rule) {
  return std::holds_alternative<lang::typed::TableSource>(rule.subjects.front().source);
}

template <typename F>
bool any_table(const Changes& changes, F f) {
  return (changes.own.table >= 0 && f(changes.own.table)) ||
         std::any_of(changes.common.begin(), changes.common.end(),
                     [&](const Changed& changed) { return f(changed.table); });
}

/// Of one world: subjects that share keys with those of some rows, before or after.
void add_rivals(const Session& session, std::size_t rule, const data::Dataset& with,
                std::vector<Seen>& seen) {
  const KnownRule& known = session.known()[rule];
  std::vector<std::uint32_t> rows;
  std::vector<std::uint32_t> old;
  for (const Seen& each : seen) {
    rows.push_back(each.row);
    if (each.row < session.first_rows(rule)) old.push_back(each.row);
  }
  const auto add_of = [&](const data::Dataset& data, const std::vector<std::uint32_t>& some) {
    for (const auto& claim :
         engine::unique_keys(session.rules(), rule, data, session.as_of(), &some)) {
      const auto rivals = claim.key ? known.claims.find(*claim.key) : known.claims.end();
      if (rivals == known.claims.end()) continue;
      for (const std::uint32_t row : rivals->second) seen.push_back({0, row});
    }
  };
  add_of(session.data(), old);
  add_of(with, rows);
  make_unique(seen);
}

/// What changed in the table that a path leads to, in each of some worlds.
std::vector<Seen> changed_in(int table, const Changes& changes,
                             const std::vector<std::uint32_t>& worlds) {
  std::vector<Seen> rows;
  for (const std::uint32_t world : worlds) {
    for (const Changed& changed : changes.common) {
      if (changed.table == table) rows.push_back({world, changed.row});
    }
    if (changes.own.table == table) rows.push_back({world, changes.own.first + world});
  }
  make_unique(rows);
  return rows;
}

}  // namespace

bool is_touched(const Session& session, std::size_t rule, const Changes& changes) {
  const KnownRule& known = session.known()[rule];
  return known.is_run && any_table(changes, [&](int table) {
           return known.reach.paths.contains(table) || known.reach.anywhere.contains(table);
         });
}

bool has_side_by_side(const Session& session, std::size_t rule, const Changes& changes) {
  const rules::Rule& one = session.rules().rules[rule];
  return begins_with_table(one) && !is_unique(one) && !any_table(changes, [&](int table) {
           return session.known()[rule].reach.anywhere.contains(table) ||
                  session.data().tables[at(table)].rows == 0;
         });
}

Affected affected(const Session& session, std::size_t rule, const data::Dataset& with,
                  const Changes& changes, const std::vector<std::uint32_t>& worlds) {
  Affected result;
  const Reach& reach = session.known()[rule].reach;
  const rules::Rule& one = session.rules().rules[rule];
  const OwnRows* own = changes.own.table >= 0 ? &changes.own : nullptr;
  const bool blurred = any_table(changes, [&](int table) {
    const bool seen = reach.paths.contains(table) || reach.anywhere.contains(table);
    return reach.anywhere.contains(table) || (seen && session.data().tables[at(table)].rows == 0);
  });
  if (blurred || !begins_with_table(one)) return {is_touched(session, rule, changes), {}};
  for (const auto& [table, paths] : reach.paths) {
    const std::vector<Seen> changed = changed_in(table, changes, worlds);
    if (changed.empty()) continue;
    for (const Path& path : paths) {
      const auto seeing = rows_that_see(with, path, changed, own);
      if (!seeing) return {true, {}};
      add(*seeing, result.rows);
    }
  }
  make_unique(result.rows);
  if (is_unique(one) && !result.rows.empty()) add_rivals(session, rule, with, result.rows);
  return result;
}

}  // namespace remit::advise
