#include "engine/kernels/kernel.h"

#include "engine/expression.h"

namespace remit::engine {

// clang-format off: one line a function
Kernel kernel_of(lang::Builtin function) {
  using lang::Builtin;
  switch (function) {  // no default: a built-in without a kernel does not compile
    case Builtin::kDays:
      return kernels::days;
    case Builtin::kWorkingDays:
      return kernels::working_days;
    case Builtin::kMonths:
      return kernels::months;
    case Builtin::kYears:
      return kernels::years;
    case Builtin::kWeekday:
      return kernels::weekday;
    case Builtin::kYear:
      return kernels::year;
    case Builtin::kMonth:
      return kernels::month;
    case Builtin::kDay:
      return kernels::day;
    case Builtin::kPeriod:
      return kernels::period;
    case Builtin::kOverlap:
      return kernels::overlap;
    case Builtin::kPeriodLength:
      return kernels::period_length;
    case Builtin::kLower:
      return kernels::lower;
    case Builtin::kUpper:
      return kernels::upper;
    case Builtin::kTrim:
      return kernels::trim;
    case Builtin::kStringLength:
      return kernels::string_length;
    case Builtin::kStartsWith:
      return kernels::starts_with;
    case Builtin::kEndsWith:
      return kernels::ends_with;
    case Builtin::kSubstring:
      return kernels::substring;
    case Builtin::kConcat:
      return kernels::concat;
    case Builtin::kAbs:
      return kernels::absolute;
    case Builtin::kRound:
      return kernels::round;
    case Builtin::kFloor:
      return kernels::floor;
    case Builtin::kCeiling:
      return kernels::ceiling;
    case Builtin::kMinOf:
      return kernels::min_of;
    case Builtin::kMaxOf:
      return kernels::max_of;
    case Builtin::kCoalesce:
      return kernels::coalesce;
  }
  return kernels::coalesce;
}

// clang-format on

Vector expressions::builtin(const typed::BuiltinCall& it, const typed::Node&, const FramePtr& frame,
                            Context& context) {
  std::vector<Vector> arguments;
  arguments.reserve(it.arguments.size());
  for (const auto& argument : it.arguments)
    arguments.push_back(evaluate(*argument, frame, context));
  return kernel_of(it.function)(arguments, context);
}

}  // namespace remit::engine
