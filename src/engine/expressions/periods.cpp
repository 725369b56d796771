#include "engine/expression.h"

namespace remit::engine::expressions {
namespace {

using typed::PeriodRelation;
using value::Period;

bool related(PeriodRelation relation, const Period& left, const Period& right) {
  switch (relation) {
    case PeriodRelation::kOverlaps:
      return value::overlaps(left, right);
    case PeriodRelation::kCoversPeriod:
      return value::covers(left, right);
    case PeriodRelation::kDuring:
      return value::covers(right, left);
    case PeriodRelation::kBefore:
      return value::before(left, right);
    case PeriodRelation::kAfter:
      return value::before(right, left);
    case PeriodRelation::kCoversDay:  // its right side is a date
      break;
  }
  return false;
}

}  // namespace

Vector period_test(const typed::PeriodTest& it, const FramePtr& frame, Context& context) {
  const Vector left = evaluate(*it.left, frame, context);
  const Vector right = evaluate(*it.right, frame, context);
  if (it.relation == PeriodRelation::kCoversDay) {
    return map_two<bool, Period, std::int32_t>(
        value::Kind::kBoolean, left, right, [](const Period& period, std::int32_t days) {
          return std::optional(value::covers(period, value::Date{days}));
        });
  }
  return map_two<bool, Period, Period>(
      value::Kind::kBoolean, left, right,
      [&](const Period& a, const Period& b) { return std::optional(related(it.relation, a, b)); });
}

}  // namespace remit::engine::expressions
