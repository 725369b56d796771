#include "engine/reference/timing.h"

#include <algorithm>

#include "engine/reference/interpreter.h"

// Decisions where the language page is silent:
// - A rule with both `on` and `over` is about the date `on` for its effective dates and its own
//   date; its `over` still must have begun by the as-of date, and is then judged uncut.
// - Where no day of `over` is in force by the as-of date, nothing was judged: no period.
// - `complete` cuts `over`; a rule about a date before it is judged with the tables that lack rows
//   then as if there could be any number of them more: what holds for certain even so is said.
// - `unique` is about the rows that there are.
// - The own date itself (`on`, `trigger`, `while`, `over`) is computed with the as-of date in the
//   place of the own date, where it uses a dated parameter or code set.
namespace remit::engine::reference {
namespace {

/// The expression of the own date, where the rule has one: a date, or a period that starts on it.
NodePtr dated_by(const rules::Rule& rule) {
  if (rule.on) return rule.on;
  if (const auto* deadline = std::get_if<rules::Deadline>(&rule.kind)) return deadline->trigger;
  if (const auto* unique = std::get_if<rules::Unique>(&rule.kind)) return unique->while_;
  return nullptr;
}

std::optional<Date> date_of(const Value& value) {
  if (value.is_missing()) return std::nullopt;
  if (const auto* period = std::get_if<value::Period>(&value.data)) {
    return value::first_day(*period);
  }
  return value.as<Date>();
}

std::optional<Days> known(const Days& days) {
  return days.empty() ? std::nullopt : std::optional{days};
}

Days to_as_of(const World& world, const Days& days) {
  return meet(days, {value::kFirstDate, next_day(world.as_of)});
}

Placement place_date(const World& world, const rules::Rule& rule, std::optional<Date> date) {
  if (!date) return {Position::kUnknown, {}, {}, {}, {}};
  Placement placement{Position::kInside, Days{*date, next_day(*date)}, {}, {}, {}};
  const auto& effective = rule.effective;
  if (*date > world.as_of || (effective.from && *date < *effective.from)) {
    placement.position = Position::kExcluded;
  } else if (effective.to && *date > *effective.to) {
    placement.position = effective.then_unknown ? Position::kSuperseded : Position::kExcluded;
  }
  return placement;
}

/// The days before the data are complete are not judged.
void put_aside(const World& world, const rules::Rule& rule, Placement& placement) {
  const auto from = known_from(world, rule);
  if (!from) return;
  placement.incomplete = known(meet(*placement.judged, {value::kFirstDate, *from}));
  const Days rest = meet(*placement.judged, {*from, value::kOpen});
  if (rest.empty()) {
    placement.position = Position::kIncomplete;
  } else {
    placement.judged = rest;
  }
}

Placement place_period(const World& world, const rules::Rule& rule, const Timing& timing,
                       const Days& force) {
  if (!timing.over) return {Position::kUnknown, {}, {}, {}, {}};
  const Days over = *timing.over;
  Placement placement{Position::kExcluded, {}, {}, {}, {}};
  if (over.empty() || over.from > world.as_of) return placement;
  if (rule.effective.then_unknown && force.to != value::kOpen) {
    placement.superseded = known(to_as_of(world, meet(over, {force.to, value::kOpen})));
  }
  const Days cut = meet(over, force);
  if (!cut.empty() && cut.from <= world.as_of) {
    placement.position = Position::kInside;
    placement.judged = known(to_as_of(world, cut));
    placement.over = cut;
    put_aside(world, rule, placement);
  } else if (placement.superseded) {
    placement.position = Position::kSuperseded;
  }
  return placement;
}

}  // namespace

std::optional<Date> known_from(const World& world, const rules::Rule& rule) {
  std::optional<Date> from;
  for (const int table : rule.reads) {
    const auto stated = world.complete.find(table);
    if (stated != world.complete.end())
      from = std::max(stated->second, from.value_or(stated->second));
  }
  return from;
}

std::set<int> open_on(const World& world, const rules::Rule& rule, Date date) {
  std::set<int> open;
  for (const int table : rule.reads) {
    const auto stated = world.complete.find(table);
    if (stated != world.complete.end() && date < stated->second) open.insert(table);
  }
  return open;
}

Date next_day(Date date) { return {date.days + 1}; }
Date day_before(Date date) { return {date.days - 1}; }

Days meet(const Days& left, const Days& right) {
  return {std::max(left.from, right.from), std::min(left.to, right.to)};
}

Days in_force(const rules::Effective& effective) {
  return {effective.from.value_or(value::kFirstDate),
          effective.to ? next_day(*effective.to) : value::kOpen};
}

NodePtr over_of(const rules::Rule& rule) {
  if (const auto* cover = std::get_if<rules::Cover>(&rule.kind)) return cover->over;
  if (const auto* frequency = std::get_if<rules::Frequency>(&rule.kind)) return frequency->over;
  if (const auto* limit = std::get_if<rules::Limit>(&rule.kind)) return limit->over;
  return nullptr;
}

Timing timing(const World& world, const rules::Rule& rule, const Frame& frame) {
  Frame as_of_frame = frame;
  as_of_frame.at(0) = {world.as_of};
  Timing result;
  result.date = world.as_of;
  if (const NodePtr node = dated_by(rule)) {
    result.date = date_of(evaluate(world, *node, as_of_frame));
  }
  if (const NodePtr node = over_of(rule)) {
    result.periodic = true;
    const auto period = evaluate_period(world, node, as_of_frame);
    if (period) result.over = Days{value::first_day(*period), value::end_day(*period)};
  }
  return result;
}

Placement place(const World& world, const rules::Rule& rule, const Timing& timing) {
  if (!timing.periodic) return place_date(world, rule, timing.date);
  if (!rule.on) return place_period(world, rule, timing, in_force(rule.effective));
  const Placement dated = place_date(world, rule, timing.date);
  const Placement period = place_period(world, rule, timing, {value::kFirstDate, value::kOpen});
  if (dated.position == Position::kInside || period.position == Position::kExcluded) return period;
  return dated;
}

}  // namespace remit::engine::reference
