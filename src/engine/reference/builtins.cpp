#include "engine/reference/builtins.h"

#include <algorithm>
#include <cmath>

#include "engine/reference/dates.h"
#include "engine/reference/operators.h"
#include "engine/reference/texts.h"

// Decisions where the language page is silent:
// - A result that is no integer of 64 bits (of `round`, `floor`, `ceiling`) is missing.
// - `min_of` and `max_of` of durations of several families are missing.
namespace remit::engine::reference {
namespace {

using lang::Builtin;
using Arguments = std::vector<Value>;

Value count(std::optional<std::int64_t> number) { return number ? Value{*number} : missing(); }

Value whole(double number) {
  constexpr double kLimit = 9223372036854775808.0;
  if (!(number >= -kLimit && number < kLimit)) return missing();
  return {static_cast<std::int64_t>(number)};
}

Value rounded(const Arguments& arguments) {
  const double number = arguments[0].as<double>();
  if (arguments.size() == 1) return whole(std::round(number));
  const double scale = std::pow(10.0, static_cast<double>(arguments[1].as<std::int64_t>()));
  const double result = std::round(number * scale) / scale;
  return std::isfinite(result) ? Value{result} : missing();
}

Value absolute(const Value& number) {
  const auto* integer = std::get_if<std::int64_t>(&number.data);
  if (integer) return *integer < 0 ? negate(number) : number;
  return {std::fabs(number.as<double>())};
}

Value extreme(const Arguments& arguments, bool least) {
  Value best = arguments[0];
  for (const Value& each : arguments) {
    const auto found = order(each, best);
    if (!found) return missing();
    if (least ? *found < 0 : *found > 0) best = each;
  }
  return best;
}

Value period(const Arguments& arguments) {
  const Date from = arguments[0].as<Date>();
  if (arguments.size() == 1) return {value::Period{from}};
  return {value::make_period(from, arguments[1].as<Date>())};
}

Value on_dates(const World& world, Builtin function, const Arguments& arguments) {
  const Date first = arguments[0].as<Date>();
  const Date second = arguments.size() > 1 ? arguments[1].as<Date>() : first;
  switch (function) {
    case Builtin::kDays:
      return {std::int64_t{second.days} - first.days};
    case Builtin::kWorkingDays:
      return count(working_days(world, first, second));
    case Builtin::kMonths:
      return {value::months_between(first, second)};
    case Builtin::kYears:
      return {value::years_between(first, second)};
    case Builtin::kWeekday:
      return {std::int64_t{value::weekday(first)}};
    case Builtin::kYear:
      return {std::int64_t{value::civil(first).year}};
    case Builtin::kMonth:
      return {std::int64_t{value::civil(first).month}};
    default:
      return {std::int64_t{value::civil(first).day}};
  }
}

bool takes_dates(Builtin function) {
  return function == Builtin::kDays || function == Builtin::kWorkingDays ||
         function == Builtin::kMonths || function == Builtin::kYears ||
         function == Builtin::kWeekday || function == Builtin::kYear ||
         function == Builtin::kMonth || function == Builtin::kDay;
}

Value call_known(const World& world, Builtin function, const Arguments& arguments) {
  if (takes_dates(function)) return on_dates(world, function, arguments);
  switch (function) {
    case Builtin::kPeriod:
      return period(arguments);
    case Builtin::kOverlap:
      return {value::overlap(arguments[0].as<value::Period>(), arguments[1].as<value::Period>())};
    case Builtin::kPeriodLength:
      return {value::length(arguments[0].as<value::Period>(), world.as_of)};
    case Builtin::kAbs:
      return absolute(arguments[0]);
    case Builtin::kRound:
      return rounded(arguments);
    case Builtin::kFloor:
      return whole(std::floor(arguments[0].as<double>()));
    case Builtin::kCeiling:
      return whole(std::ceil(arguments[0].as<double>()));
    case Builtin::kMinOf:
      return extreme(arguments, true);
    case Builtin::kMaxOf:
      return extreme(arguments, false);
    default:
      return call_on_texts(function, arguments);
  }
}

}  // namespace

Value call(const World& world, Builtin function, const Arguments& arguments) {
  const auto is_missing = [](const Value& value) { return value.is_missing(); };
  if (function == Builtin::kCoalesce) {
    const auto found = std::find_if_not(arguments.begin(), arguments.end(), is_missing);
    return found == arguments.end() ? missing() : *found;
  }
  if (std::any_of(arguments.begin(), arguments.end(), is_missing)) return missing();
  return call_known(world, function, arguments);
}

}  // namespace remit::engine::reference
