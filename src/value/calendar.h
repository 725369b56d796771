#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "value/date.h"

namespace remit::value {

struct Holiday {
  Date date;
  std::string name;
};

/// Which days are working days, from `first` to `last` inclusive. Outside of that nothing is
/// known, and every function answers nothing: never a guess that there was no holiday.
class Calendar {
 public:
  /// `weekend` has an entry for each weekday, Monday first; holidays need no order.
  Calendar(std::string name, Date first, Date last, std::vector<bool> weekend,
           std::vector<Holiday> holidays);

  const std::string& name() const { return name_; }
  Date first() const { return first_; }
  Date last() const { return last_; }
  const std::vector<Holiday>& holidays() const { return holidays_; }  ///< in order of date
  /// The holiday's name, or nothing.
  std::optional<std::string> holiday(Date date) const;

  bool contains(Date date) const { return first_ <= date && date <= last_; }
  std::optional<bool> is_working_day(Date date) const;
  /// For n >= 1 the n-th working day strictly after the date, for n <= -1 the -n-th strictly
  /// before, for 0 the date itself. Nothing where the date or the result lies outside.
  std::optional<Date> add_working_days(Date date, std::int64_t n) const;
  /// The number of working days d with from < d <= to; 0 when to <= from (both inside).
  std::optional<std::int64_t> working_days_between(Date from, Date to) const;

 private:
  std::size_t index(Date date) const;

  std::string name_;
  Date first_;
  Date last_;
  std::vector<Holiday> holidays_;
  std::vector<std::int32_t> before_;        ///< working days in [first, first + i)
  std::vector<std::int32_t> working_days_;  ///< day index of the i-th working day
};

}  // namespace remit::value
