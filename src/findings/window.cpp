#include "findings/window.h"

#include "value/period.h"

namespace remit::findings {
namespace {

/// Of the days first..last, both inclusive.
bool meets(value::Date first, value::Date last, const Window& window) {
  return (!window.from || *window.from <= last) && (!window.to || first <= *window.to);
}

/// The last day covered; of an empty period the day that it stands at.
value::Date last_day(const value::Period& period) {
  const value::Date end = value::end_day(period);
  return end > period.from ? value::Date{end.days - 1} : period.from;
}

}  // namespace

bool meets(const rules::Outcome& outcome, const Window& window) {
  if (outcome.period) {
    return meets(value::first_day(*outcome.period), last_day(*outcome.period), window);
  }
  return !outcome.due || meets(*outcome.due, *outcome.due, window);
}

}  // namespace remit::findings
