#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "generator/random.h"
#include "value/date.h"

namespace example {

using remit::value::Date;

/// The county took up children's services on this day, and its records begin with it.
extern const Date kStart;
/// The export shows what was so at the end of this day.
extern const Date kAsOf;
/// The day after it: an end on or after it is not in the export yet.
extern const Date kEnd;

/// The days d with from <= d < to.
struct Span {
  Date from;
  Date to;

  bool contains(Span other) const { return from <= other.from && other.to <= to; }
  bool meets(Span other) const { return from < other.to && other.from < to; }
};

/// A date written in the source; ends the program where it is none.
Date day(std::string_view text);
Date plus(Date date, int days);
Date plus_months(Date date, int months);
int days_between(Date from, Date to);
/// `to` but at the latest kEnd.
Date clipped(Date to);
bool is_working_day(Date date);
/// The n-th working day after the date.
Date plus_working_days(Date date, int n);
/// The last working day up to and including the date.
Date working_day_on_or_before(Date date);

/// Days before `to` on which something recurs: the first one `shortest` to `longest` days after
/// `from`, and so on. They fall on working days, where that needs no more than a shorter step.
std::vector<Date> recurring(Random& random, Span span, int shortest, int longest);

/// A date of the export, empty where it has not come yet.
std::string end_text(Date date);

}  // namespace example
