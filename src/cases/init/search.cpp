#include "cases/init/search.h"

namespace remit::cases::init {
namespace {

constexpr std::size_t kFewestTries = 2000;    ///< after which what was found will do
constexpr std::size_t kTellingTries = 10000;  ///< for a world that shows what the rule asks for
constexpr std::size_t kMostTries = 30000;
constexpr std::size_t kRowWeight = 8;  ///< a row makes a world as large as so many cells

std::size_t count(const Answer& answer, rules::Verdict verdict) {
  return answer[static_cast<std::size_t>(verdict)];
}

bool holds(const Answer& answer) {
  const std::size_t good =
      count(answer, rules::Verdict::kPass) + count(answer, rules::Verdict::kDue);
  return good > 0 && count(answer, rules::Verdict::kViolation) == 0 &&
         count(answer, rules::Verdict::kUnknown) == 0;
}

Tables without(const Tables& tables, std::size_t table, std::size_t row) {
  Tables fewer = tables;
  fewer[table].erase(fewer[table].begin() + static_cast<std::ptrdiff_t>(row));
  return fewer;
}

std::size_t size_of(const Tables& tables) {
  std::size_t size = 0;
  for (const auto& rows : tables) {
    for (const Row& row : rows) {
      size += kRowWeight;
      for (const Cell& cell : row.cells) size += cell.text ? 1U : 0U;
    }
  }
  return size;
}

/// Whether a row carries the world: without it the rule would be broken.
bool is_carried(const Oracle& oracle, const Tables& tables) {
  for (std::size_t table = 0; table < tables.size(); ++table) {
    for (std::size_t row = 0; row < tables[table].size(); ++row) {
      const auto answer = oracle.ask(without(tables, table, row));
      if (answer && oracle.is_broken(*answer)) return true;
    }
  }
  return false;
}

/// Whether more rows like those in it would break the rule.
bool is_counted(const Worlds& worlds, const Oracle& oracle, const Tables& tables) {
  for (const std::size_t table : worlds.countable(tables)) {
    Tables more = tables;
    bool copied = true;
    while (copied && more[table].size() < Worlds::kMostRows) copied = worlds.copy_row(more, table);
    const auto answer = oracle.ask(more);
    if (answer && oracle.is_broken(*answer)) return true;
  }
  return false;
}

/// Whether a world shows by its rows what the rule asks for.
bool is_telling(const Worlds& worlds, const Oracle& oracle, const Tables& tables) {
  return worlds.counts() ? is_counted(worlds, oracle, tables) : is_carried(oracle, tables);
}

/// The best world so far: one that is telling before one that is not, then the smaller one.
struct Best {
  std::optional<Tables> tables;
  bool telling = false;

  void offer(const Tables& other, bool is_telling) {
    const bool better = !tables || is_telling > telling ||
                        (is_telling == telling && size_of(other) < size_of(*tables));
    if (!better) return;
    tables = other;
    telling = is_telling;
  }
};

}  // namespace

Found search(const Worlds& worlds, const Oracle& oracle) {
  Best holding;
  Best broken;
  Dice dice(1);
  for (std::size_t tries = 0; tries < kMostTries; ++tries) {
    const std::size_t enough = holding.telling ? kFewestTries : kTellingTries;
    if (tries >= enough && holding.tables && broken.tables) break;
    const std::optional<Tables>& near = dice.one_in(2) ? holding.tables : broken.tables;
    const bool fresh = !near || dice.one_in(2);
    Tables tables = fresh ? worlds.random(dice) : *near;
    for (std::size_t i = fresh ? 0 : 1 + dice.roll(4); i > 0; --i) worlds.disturb(tables, dice);
    const auto answer = oracle.ask(tables);
    if (!answer) continue;
    if (holds(*answer)) holding.offer(tables, is_telling(worlds, oracle, tables));
    if (oracle.is_broken(*answer)) broken.offer(tables, false);
  }
  return {std::move(holding.tables), std::move(broken.tables)};
}

void shrink(const Worlds& worlds, const Oracle& oracle, Tables& tables) {
  const auto wanted = oracle.ask(tables);
  const bool telling = is_telling(worlds, oracle, tables);
  const auto keep = [&](Tables smaller) {
    if (oracle.ask(smaller) != wanted || (telling && !is_telling(worlds, oracle, smaller))) return;
    tables = std::move(smaller);
  };
  for (std::size_t table = 0; table < tables.size(); ++table) {
    for (std::size_t row = tables[table].size(); row-- > 0;) keep(without(tables, table, row));
  }
  for (const Variable& variable : worlds.variables(tables)) {
    Tables smaller = tables;
    smaller[variable.table][variable.row].cells[variable.field] = {};
    keep(std::move(smaller));
  }
}

}  // namespace remit::cases::init
