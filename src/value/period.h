#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>

#include "value/date.h"

namespace remit::value {

/// The `to` of a period that is still open.
constexpr Date kOpen{std::numeric_limits<std::int32_t>::max()};

enum class PeriodShape : std::uint8_t {
  kSpan,     ///< the days d with from <= d < to
  kInstant,  ///< from = to with `end: exclusive`: covers that one day
  kEmpty,    ///< no day at all
};

/// Days from `from` up to but not including `to`; `to` is kOpen when there is no end.
struct Period {
  Date from;
  Date to = kOpen;
  PeriodShape shape = PeriodShape::kSpan;
  bool operator==(const Period&) const = default;
};

/// `period(a, b)` of the language: half-open, empty when b <= a.
Period make_period(Date from, Date to);
/// A model's period: a missing `to` is open; with `inclusive` the `to` is the last day covered
/// and is stored as the next day; from = to without it is an instant. Nothing when the end lies
/// before the start.
std::optional<Period> stored_period(Date from, std::optional<Date> to, bool inclusive);

/// The first day covered (of an empty period: its `from`).
Date first_day(const Period& period);
/// The day after the last day covered: `to`, of an instant the next day, kOpen when open.
Date end_day(const Period& period);
bool is_open(const Period& period);

/// An instant covers its one day.
bool covers(const Period& period, Date date);
/// Whether every day of `inner` lies in `outer` (true for an empty inner one).
bool covers(const Period& outer, const Period& inner);
/// Whether they share a day. An instant overlaps only a period whose stored bounds satisfy
/// from < day < to; two instants never overlap; nothing overlaps an empty period.
bool overlaps(const Period& left, const Period& right);
/// What they share; empty when they do not overlap; the instant where one is one.
Period overlap(const Period& left, const Period& right);
/// Whether `left` ends on or before the start of `right`.
bool before(const Period& left, const Period& right);
/// The number of days covered; an open one is counted to the end of `as_of`. Never negative.
std::int64_t length(const Period& period, Date as_of);

/// `2026-01-01..2026-02-01` (end exclusive), `2026-01-01..` when open, `empty`.
std::string to_string(const Period& period);

}  // namespace remit::value
