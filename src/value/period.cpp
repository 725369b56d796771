#include "value/period.h"

#include <algorithm>

namespace remit::value {
namespace {

Period empty_at(Date date) { return {date, date, PeriodShape::kEmpty}; }

Date next_day(Date date) { return {date.days + 1}; }

bool instant_overlaps(const Period& instant, const Period& other) {
  return other.shape == PeriodShape::kSpan && other.from < instant.from && instant.from < other.to;
}

}  // namespace

Period make_period(Date from, Date to) {
  return from < to ? Period{from, to, PeriodShape::kSpan} : empty_at(from);
}

std::optional<Period> stored_period(Date from, std::optional<Date> to, bool inclusive) {
  if (!to) return Period{from, kOpen, PeriodShape::kSpan};
  if (*to < from) return std::nullopt;
  if (inclusive) return Period{from, next_day(*to), PeriodShape::kSpan};
  return Period{from, *to, *to == from ? PeriodShape::kInstant : PeriodShape::kSpan};
}

Date first_day(const Period& period) { return period.from; }

Date end_day(const Period& period) {
  return period.shape == PeriodShape::kInstant ? next_day(period.from) : period.to;
}

bool is_open(const Period& period) {
  return period.shape == PeriodShape::kSpan && period.to == kOpen;
}

bool covers(const Period& period, Date date) {
  return period.shape != PeriodShape::kEmpty && first_day(period) <= date && date < end_day(period);
}

bool covers(const Period& outer, const Period& inner) {
  if (inner.shape == PeriodShape::kEmpty) return true;
  return outer.shape != PeriodShape::kEmpty && first_day(outer) <= first_day(inner) &&
         end_day(inner) <= end_day(outer);
}

bool overlaps(const Period& left, const Period& right) {
  if (left.shape == PeriodShape::kInstant) return instant_overlaps(left, right);
  if (right.shape == PeriodShape::kInstant) return instant_overlaps(right, left);
  if (left.shape == PeriodShape::kEmpty || right.shape == PeriodShape::kEmpty) return false;
  return left.from < right.to && right.from < left.to;
}

Period overlap(const Period& left, const Period& right) {
  if (!overlaps(left, right)) return empty_at(std::max(left.from, right.from));
  if (left.shape == PeriodShape::kInstant) return left;
  if (right.shape == PeriodShape::kInstant) return right;
  return {std::max(left.from, right.from), std::min(left.to, right.to), PeriodShape::kSpan};
}

bool before(const Period& left, const Period& right) { return left.to <= right.from; }

std::int64_t length(const Period& period, Date as_of) {
  if (period.shape == PeriodShape::kEmpty) return 0;
  const Date end = is_open(period) ? next_day(as_of) : end_day(period);
  return std::max<std::int64_t>(0, std::int64_t{end.days} - period.from.days);
}

std::string to_string(const Period& period) {
  switch (period.shape) {
    case PeriodShape::kEmpty:
      return "empty";
    case PeriodShape::kInstant:
      return to_string(period.from);
    case PeriodShape::kSpan:
      return to_string(period.from) + ".." + (is_open(period) ? "" : to_string(period.to));
  }
  return {};
}

}  // namespace remit::value
