#include "lang/functions/functions.h"

#include <algorithm>

namespace remit::lang {
namespace {

using value::Kind;
using List = std::vector<Function>;

// In a signature kError stands for "any type", the same for all that have it.
constexpr Kind kAny = Kind::kError;

// clang-format off
const List& table() {  // NOLINT(readability-function-size): it is data
  static const List kTable = {
      {"days",
       {{Builtin::kDays, {Kind::kDate, Kind::kDate}, false, Kind::kInteger}},
       "the number of days from the first date to the second: negative when it lies before"},
      {"working_days",
       {{Builtin::kWorkingDays, {Kind::kDate, Kind::kDate}, false, Kind::kInteger}},
       "the number of working days after the first date up to the second one, itself included; 0 "
       "when the second is not later; missing where the calendar knows one of them not"},
      {"months",
       {{Builtin::kMonths, {Kind::kDate, Kind::kDate}, false, Kind::kInteger}},
       "the number of whole calendar months from the first date to the second"},
      {"years",
       {{Builtin::kYears, {Kind::kDate, Kind::kDate}, false, Kind::kInteger}},
       "the number of whole years from the first date to the second, as an age is counted"},
      {"weekday",
       {{Builtin::kWeekday, {Kind::kDate}, false, Kind::kInteger}},
       "1 for Monday to 7 for Sunday"},
      {"year", {{Builtin::kYear, {Kind::kDate}, false, Kind::kInteger}}, "the year of a date"},
      {"month",
       {{Builtin::kMonth, {Kind::kDate}, false, Kind::kInteger}},
       "the month of a date, 1 to 12"},
      {"day",
       {{Builtin::kDay, {Kind::kDate}, false, Kind::kInteger}},
       "the day of the month of a date, 1 to 31"},
      {"period",
       {{Builtin::kPeriod, {Kind::kDate, Kind::kDate}, false, Kind::kPeriod},
        {Builtin::kPeriod, {Kind::kDate}, false, Kind::kPeriod}},
       "the days from the first date up to but not including the second (none when it is not "
       "later); with one date, without an end"},
      {"overlap",
       {{Builtin::kOverlap, {Kind::kPeriod, Kind::kPeriod}, false, Kind::kPeriod}},
       "what two periods share; a period without days when they share none"},
      {"length",
       {{Builtin::kPeriodLength, {Kind::kPeriod}, false, Kind::kInteger},
        {Builtin::kStringLength, {Kind::kString}, false, Kind::kInteger}},
       "of a period its days, an open one counted to the end of the as-of day; of a string its "
       "characters"},
      {"lower",
       {{Builtin::kLower, {Kind::kString}, false, Kind::kString}},
       "a string with A to Z in small letters"},
      {"upper",
       {{Builtin::kUpper, {Kind::kString}, false, Kind::kString}},
       "a string with a to z in capital letters"},
      {"trim",
       {{Builtin::kTrim, {Kind::kString}, false, Kind::kString}},
       "a string without the white space at its ends"},
      {"starts_with",
       {{Builtin::kStartsWith, {Kind::kString, Kind::kString}, false, Kind::kBoolean}},
       "whether the first string begins with the second"},
      {"ends_with",
       {{Builtin::kEndsWith, {Kind::kString, Kind::kString}, false, Kind::kBoolean}},
       "whether the first string ends with the second"},
      {"substring",
       {{Builtin::kSubstring, {Kind::kString, Kind::kInteger, Kind::kInteger}, false,
         Kind::kString},
        {Builtin::kSubstring, {Kind::kString, Kind::kInteger}, false, Kind::kString}},
       "the characters of a string from a position on, the first being 1, at most so many as the "
       "third argument says; what lies outside the string is left out"},
      {"concat",
       {{Builtin::kConcat, {Kind::kString}, true, Kind::kString}},
       "strings one after the other"},
      {"abs",
       {{Builtin::kAbs, {Kind::kInteger}, false, kAny}, {Builtin::kAbs, {Kind::kNumber}, false, kAny}},
       "a number without its sign"},
      {"round",
       {{Builtin::kRound, {Kind::kNumber}, false, Kind::kInteger},
        {Builtin::kRound, {Kind::kNumber, Kind::kInteger}, false, Kind::kNumber}},
       "the nearest integer, or the nearest number with so many decimal places; halves away from "
       "0"},
      {"floor",
       {{Builtin::kFloor, {Kind::kNumber}, false, Kind::kInteger}},
       "the largest integer that is not greater"},
      {"ceiling",
       {{Builtin::kCeiling, {Kind::kNumber}, false, Kind::kInteger}},
       "the smallest integer that is not less"},
      {"min_of",
       {{Builtin::kMinOf, {Kind::kInteger}, true, kAny},
        {Builtin::kMinOf, {Kind::kNumber}, true, kAny},
        {Builtin::kMinOf, {Kind::kDate}, true, kAny},
        {Builtin::kMinOf, {Kind::kString}, true, kAny},
        {Builtin::kMinOf, {Kind::kDuration}, true, kAny}},
       "the least of its arguments"},
      {"max_of",
       {{Builtin::kMaxOf, {Kind::kInteger}, true, kAny},
        {Builtin::kMaxOf, {Kind::kNumber}, true, kAny},
        {Builtin::kMaxOf, {Kind::kDate}, true, kAny},
        {Builtin::kMaxOf, {Kind::kString}, true, kAny},
        {Builtin::kMaxOf, {Kind::kDuration}, true, kAny}},
       "the greatest of its arguments"},
      {"coalesce",
       {{Builtin::kCoalesce, {kAny}, true, kAny}},
       "the first of its arguments that is not missing"},
  };
  return kTable;
}
// clang-format on

}  // namespace

std::span<const Function> functions() { return table(); }

const Function* find_function(std::string_view name) {
  const auto found = std::find_if(table().begin(), table().end(),
                                  [&](const Function& each) { return each.name == name; });
  return found == table().end() ? nullptr : &*found;
}

}  // namespace remit::lang
