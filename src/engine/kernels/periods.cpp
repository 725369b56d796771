#include "engine/expression.h"
#include "engine/kernels/kernel.h"

namespace remit::engine::kernels {

using value::Date;
using value::Kind;
using value::Period;

Vector period(const std::vector<Vector>& arguments, Context&) {
  if (arguments.size() == 1) {
    return map_one<Period, std::int32_t>(Kind::kPeriod, arguments[0], [](std::int32_t from) {
      return std::optional(Period{Date{from}, value::kOpen, value::PeriodShape::kSpan});
    });
  }
  return map_two<Period, std::int32_t, std::int32_t>(
      Kind::kPeriod, arguments[0], arguments[1], [](std::int32_t from, std::int32_t to) {
        return std::optional(value::make_period(Date{from}, Date{to}));
      });
}

Vector overlap(const std::vector<Vector>& arguments, Context&) {
  return map_two<Period, Period, Period>(
      Kind::kPeriod, arguments[0], arguments[1],
      [](const Period& a, const Period& b) { return std::optional(value::overlap(a, b)); });
}

Vector period_length(const std::vector<Vector>& arguments, Context& context) {
  return map_one<std::int64_t, Period>(Kind::kInteger, arguments[0], [&](const Period& period) {
    return std::optional(value::length(period, context.as_of));
  });
}

}  // namespace remit::engine::kernels
