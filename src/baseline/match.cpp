#include "baseline/match.h"

#include <algorithm>
#include <array>

namespace remit::baseline {
namespace {

using findings::Former;
using rules::Outcome;

/// What both sides of a comparison have.
struct Days {
  const std::optional<value::Period>& period;
  const std::optional<value::Date>& due;
  value::Date as_of;
};

bool is_about_as_of(const Days& days) {
  return days.period->from == days.as_of &&
         value::end_day(*days.period).days == days.as_of.days + 1;
}

bool lasts(const Days& days) { return value::end_day(*days.period) > days.as_of; }

bool same_start(const Days& left, const Days& right) {
  if (left.period && right.period) {
    return left.period->from == right.period->from ||
           (is_about_as_of(left) && is_about_as_of(right));
  }
  return !left.period && !right.period && left.due == right.due;
}

bool same_end(const Days& left, const Days& right) {
  if (!left.period || !right.period) return true;
  return value::end_day(*left.period) == value::end_day(*right.period) ||
         (lasts(left) && lasts(right));
}

/// What is due on a day is broken from the next one on.
bool follows(const Days& due, const Days& broken) {
  return due.due && broken.period && broken.period->from.days == due.due->days + 1;
}

bool share_a_day(const value::Period& left, const value::Period& right) {
  return left.from < std::max(value::end_day(right), value::Date{right.from.days + 1}) &&
         right.from < std::max(value::end_day(left), value::Date{left.from.days + 1});
}

bool has_no_days(const Days& days) { return !days.period && !days.due; }

bool may_be_same(const Days& left, const Days& right) {
  if (has_no_days(left) || has_no_days(right)) return true;
  if (same_start(left, right) || follows(left, right) || follows(right, left)) return true;
  return left.period && right.period && share_a_day(*left.period, *right.period);
}

Days days_of(const Former& former) { return {former.period, former.due, former.as_of}; }
Days days_of(const Outcome& outcome, value::Date as_of) {
  return {outcome.period, outcome.due, as_of};
}

using Test = bool (*)(const Former&, const Outcome&, value::Date);

bool is_equal(const Former& former, const Outcome& outcome, value::Date as_of) {
  return former.verdict == outcome.verdict && same_days(former, outcome, as_of);
}

bool is_same(const Former& former, const Outcome& outcome, value::Date as_of) {
  return former.verdict == outcome.verdict && same_start(days_of(former), days_of(outcome, as_of));
}

bool starts_alike(const Former& former, const Outcome& outcome, value::Date as_of) {
  const Days then = days_of(former);
  const Days now = days_of(outcome, as_of);
  return same_start(then, now) || follows(then, now) || follows(now, then);
}

bool are_due(const Former& former, const Outcome& outcome, value::Date /*as_of*/) {
  return former.due && outcome.due;
}

constexpr std::array<Test, 5> kTests{is_equal, is_same, starts_alike, meet, are_due};

bool is_fixed(const Entry& entry) { return entry.state == findings::State::kFixed; }

}  // namespace

bool same_days(const Former& former, const Outcome& outcome, value::Date as_of) {
  const Days then = days_of(former);
  const Days now = days_of(outcome, as_of);
  return same_start(then, now) && same_end(then, now);
}

bool meet(const Former& former, const Outcome& outcome, value::Date as_of) {
  return may_be_same(days_of(former), days_of(outcome, as_of));
}

std::vector<std::optional<std::size_t>> pair(std::span<const Entry> former,
                                             std::span<const findings::Finding* const> now,
                                             value::Date as_of) {
  std::vector<std::optional<std::size_t>> pairs(now.size());
  std::vector<bool> taken(former.size());
  for (const bool fixed : {false, true}) {
    for (const Test test : kTests) {
      for (std::size_t i = 0; i < now.size(); ++i) {
        for (std::size_t k = 0; k < former.size() && !pairs[i]; ++k) {
          if (taken[k] || is_fixed(former[k]) != fixed) continue;
          if (!test(former[k].former, now[i]->outcome, as_of)) continue;
          taken[k] = true;
          pairs[i] = k;
        }
      }
    }
  }
  return pairs;
}

}  // namespace remit::baseline
