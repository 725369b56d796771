#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "value/type.h"

namespace remit::lang {

/// The built-in functions. Each has one row in the table of functions.cpp (name, signatures, a
/// line of documentation), one kernel in the engine and one in the reference interpreter; tests
/// see to it that none is missing.
enum class Builtin {
  kDays,
  kWorkingDays,
  kMonths,
  kYears,
  kWeekday,
  kYear,
  kMonth,
  kDay,
  kPeriod,
  kOverlap,
  kPeriodLength,
  kLower,
  kUpper,
  kTrim,
  kStringLength,
  kStartsWith,
  kEndsWith,
  kSubstring,
  kConcat,
  kAbs,
  kRound,
  kFloor,
  kCeiling,
  kMinOf,
  kMaxOf,
  kCoalesce,
};

/// Parameter kinds of one way to call a function. A missing argument makes the result missing
/// (for `coalesce` only where all are).
struct Signature {
  Builtin function;
  /// kError stands for "any type": all arguments that stand for it have one type.
  std::vector<value::Kind> parameters;
  bool variadic = false;  ///< the last parameter may be repeated
  /// The result; kError stands for "the common type of the arguments" (min_of, coalesce, abs).
  value::Kind result;
};

struct Function {
  std::string_view name;
  std::vector<Signature> signatures;
  std::string_view documentation;
};

std::span<const Function> functions();
const Function* find_function(std::string_view name);

}  // namespace remit::lang
