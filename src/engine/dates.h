#pragma once

#include <optional>

#include "engine/context.h"
#include "value/date.h"
#include "value/duration.h"

namespace remit::engine {

/// date + duration in the rule set's calendar; nothing for a date that does not exist or lies
/// outside the calendar, which is then noted as a miss.
std::optional<value::Date> add(value::Date date, const value::Duration& duration, Context& context);
std::optional<value::Duration> negated(const value::Duration& duration);

/// Working days d with from < d <= to; notes a miss where the calendar does not reach.
std::optional<std::int64_t> working_days(value::Date from, value::Date to, Context& context);

}  // namespace remit::engine
