#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/account.h"
#include "findings/explanation.h"
#include "value/calendar.h"
#include "value/period.h"

// Dates, periods and durations as people say them, and how they are added up.
namespace remit::account {

/// `18 December 2025`.
std::string said(value::Date date);
/// `1 May 2025`; `1 May 2025 to 9 May 2025`; `1 May 2025 onwards`; `no day`.
std::string said(const value::Period& period);
/// Likewise, `since 1 May 2025` where it lasts on the last day.
std::string said(const value::Period& period, value::Date last);
/// `1 day`, `12 days`.
std::string counted(std::int64_t count, const std::string& singular);
/// How long a period is, in days.
std::string length_said(const value::Period& period, value::Date as_of);

/// The sum with what was passed over on the way, by the calendar of the rule (null without one).
findings::DateSum sum_of(value::Date from, const value::Duration& by,
                         std::optional<value::Date> result, const value::Calendar* calendar);
/// `+ 15 working days, skipping 20-21 December (weekend), 25 December (Christmas Day): 13 January
/// 2026`.
std::string said(const findings::DateSum& sum);

}  // namespace remit::account
