#pragma once

#include <variant>

#include "engine/reference/world.h"
#include "rules/rule.h"

namespace remit::engine::reference {

/// The days from `from` up to but not including `to` (kOpen: no end); none where to <= from.
struct Days {
  Date from;
  Date to = value::kOpen;
  bool empty() const { return to <= from; }
  bool operator==(const Days&) const = default;
};

Date next_day(Date date);
Date day_before(Date date);
Days meet(const Days& left, const Days& right);
/// The days on which the rule is in force.
Days in_force(const rules::Effective& effective);

/// What a rule says of one subject is about a date or about a period; either can be missing.
struct Timing {
  bool periodic = false;
  std::optional<Date> date;  ///< the own date; the as-of date of a rule without one
  std::optional<Days> over;  ///< of a periodic rule, as it stands: neither cut nor clipped
};

/// The rule's `over`; null for a rule about a date.
NodePtr over_of(const rules::Rule& rule);
Timing timing(const World& world, const rules::Rule& rule, const Frame& frame);

/// Where step 1 of the order of decision leads.
enum class Position {
  kInside,      ///< something to judge
  kExcluded,    ///< not applicable: after the as-of date, empty, or not in force
  kSuperseded,  ///< past the end of the rule, and what follows is not encoded
  kIncomplete,  ///< before the data that the rule reads are complete
  kUnknown,     ///< the date or the period is missing
};

struct Placement {
  Position position = Position::kInside;
  /// What is judged, as findings tell it: the own day, or [F, T). Empty where it is not known.
  std::optional<Days> judged;
  /// Of a periodic rule the part of `over` that is in force, with its real end.
  std::optional<Days> over;
  /// The part of `over` that `then: unknown` leaves open.
  std::optional<Days> superseded;
  /// The part of `over` before the data are complete.
  std::optional<Days> incomplete;
};

/// The day from which on all tables that the rule reads are complete, where that is stated.
std::optional<Date> known_from(const World& world, const rules::Rule& rule);
/// The tables that may lack rows about a day, or later ones.
std::set<int> open_on(const World& world, const rules::Rule& rule, Date date);

Placement place(const World& world, const rules::Rule& rule, const Timing& timing);

}  // namespace remit::engine::reference
