#include "engine/kernels/kernel.h"

#include "engine/completeness.h"
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

namespace {

/// An argument that is missing only because nobody has seen it is not passed over.
void skip_nothing_unseen(const lang::typed::BuiltinCall& call, const std::vector<Vector>& arguments,
                         const Context& context, Vector& result) {
  Bitmap told(result.size);
  for (std::size_t k = 0; k < arguments.size(); ++k) {
    for (std::size_t i = 0; i < result.size; ++i) {
      if (arguments[k].is_known(i)) told.set(i);
    }
    if (!reads_open(*call.arguments[k], context)) continue;
    result.known &= told;
    if (result.kind == value::Kind::kBoolean) result.truth() &= told;
  }
}

}  // namespace

Vector expressions::builtin(const typed::BuiltinCall& it, const typed::Node&, const FramePtr& frame,
                            Context& context) {
  std::vector<Vector> arguments;
  arguments.reserve(it.arguments.size());
  for (const auto& argument : it.arguments)
    arguments.push_back(evaluate(*argument, frame, context));
  Vector result = kernel_of(it.function)(arguments, context);
  if (it.function == lang::Builtin::kCoalesce && !context.open.empty()) {
    skip_nothing_unseen(it, arguments, context, result);
  }
  return result;
}

}  // namespace remit::engine
