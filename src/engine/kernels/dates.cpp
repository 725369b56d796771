#include "engine/dates.h"

#include "engine/expression.h"
#include "engine/kernels/kernel.h"

namespace remit::engine::kernels {
namespace {

using value::Date;
using value::Kind;
using Integer = std::int64_t;

/// An integer computed from two dates.
template <typename F>
Vector from_two_dates(const std::vector<Vector>& arguments, F f) {
  return map_two<Integer, std::int32_t, std::int32_t>(
      Kind::kInteger, arguments[0], arguments[1],
      [&](std::int32_t a, std::int32_t b) -> std::optional<Integer> {
        return f(Date{a}, Date{b});
      });
}

/// An integer computed from one date.
template <typename F>
Vector from_date(const std::vector<Vector>& arguments, F f) {
  return map_one<Integer, std::int32_t>(
      Kind::kInteger, arguments[0],
      [&](std::int32_t days) -> std::optional<Integer> { return f(Date{days}); });
}

}  // namespace

Vector days(const std::vector<Vector>& arguments, Context&) {
  return from_two_dates(arguments, [](Date a, Date b) { return Integer{b.days} - a.days; });
}

Vector working_days(const std::vector<Vector>& arguments, Context& context) {
  return from_two_dates(arguments,
                        [&](Date a, Date b) { return engine::working_days(a, b, context); });
}

Vector months(const std::vector<Vector>& arguments, Context&) {
  return from_two_dates(arguments, value::months_between);
}

Vector years(const std::vector<Vector>& arguments, Context&) {
  return from_two_dates(arguments, value::years_between);
}

Vector weekday(const std::vector<Vector>& arguments, Context&) {
  return from_date(arguments, value::weekday);
}

Vector year(const std::vector<Vector>& arguments, Context&) {
  return from_date(arguments, [](Date date) { return value::civil(date).year; });
}

Vector month(const std::vector<Vector>& arguments, Context&) {
  return from_date(arguments, [](Date date) { return value::civil(date).month; });
}

Vector day(const std::vector<Vector>& arguments, Context&) {
  return from_date(arguments, [](Date date) { return value::civil(date).day; });
}

}  // namespace remit::engine::kernels
