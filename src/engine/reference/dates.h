#pragma once

#include "engine/reference/world.h"
#include "value/duration.h"

namespace remit::engine::reference {

/// Moves a date; nothing outside of the dates that remit knows, or outside of the calendar, which
/// is noted among the misses.
std::optional<Date> add(const World& world, Date date, const value::Duration& duration);

std::optional<Date> add_working_days(const World& world, Date date, std::int64_t count);
std::optional<bool> is_working_day(const World& world, Date date);
/// The working days d with from < d <= to, 0 when to <= from.
std::optional<std::int64_t> working_days(const World& world, Date from, Date to);

}  // namespace remit::engine::reference
