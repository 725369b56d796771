#include "lang/check/foreign.h"

#include <array>
#include <utility>

namespace remit::lang::check {
namespace {

using Row = std::pair<std::string_view, std::string_view>;

constexpr std::string_view kClock =
    "there is no clock here: `as_of` is the date that the audit is about";
constexpr std::string_view kMissing = "write `x is missing`, or `x is not missing`";
constexpr std::string_view kCoalesce = "write `coalesce(a, b)`: the first that is not missing";
constexpr std::string_view kDays = "write `days(a, b)`: the number of days from a to b";
constexpr std::string_view kMove = "move a date with `+` and `-`: `a + 14 days`, `a - 3 months`";
constexpr std::string_view kDate = "a date is written as it is: `2026-01-31`";
constexpr std::string_view kCount = "write `count(x in ... where ...)`";
constexpr std::string_view kSome = "write `some x in ... satisfies ...`";
constexpr std::string_view kMean = "write `mean(x.field for x in ... where ...)`";
constexpr std::string_view kText = "write `substring(s, 1, 3)`: three characters from the first on";
constexpr std::string_view kSearch = "write `s matches \"...\"` with a regular expression";
constexpr std::string_view kType = "the model gives each field its type: change it there";
constexpr std::string_view kLookUp = "follow a relation of the model: `a.worker.role`";
constexpr std::string_view kIf = "write `if a then b else c`";
constexpr std::string_view kModulo = "write `a - b * floor(a / b)`";

constexpr std::array<Row, 9> kNames{{
    {"now", kClock},
    {"today", kClock},
    {"current_date", kClock},
    {"sysdate", kClock},
    {"null", "a value that is not there is `missing`"},
    {"none", "a value that is not there is `missing`"},
    {"nil", "a value that is not there is `missing`"},
    {"true", "write `true`"},
    {"false", "write `false`"},
}};

constexpr std::array<Row, 77> kFunctions{{
    {"now", kClock},
    {"today", kClock},
    {"getdate", kClock},
    {"curdate", kClock},
    {"current_date", kClock},
    {"sysdate", kClock},
    {"isblank", kMissing},
    {"isempty", kMissing},
    {"is_empty", kMissing},
    {"isnull", kMissing},
    {"is_null", kMissing},
    {"isna", kMissing},
    {"is_missing", kMissing},
    {"notnull", kMissing},
    {"ifnull", kCoalesce},
    {"iferror", kCoalesce},
    {"ifna", kCoalesce},
    {"nvl", kCoalesce},
    {"datedif", kDays},
    {"datediff", kDays},
    {"date_diff", kDays},
    {"days_between", kDays},
    {"day_diff", kDays},
    {"dateadd", kMove},
    {"date_add", kMove},
    {"adddate", kMove},
    {"add_days", kMove},
    {"add_months", kMove},
    {"edate", kMove},
    {"timedelta", kMove},
    {"relativedelta", kMove},
    {"date", kDate},
    {"datevalue", kDate},
    {"to_date", kDate},
    {"todate", kDate},
    {"str_to_date", kDate},
    {"datetime", kDate},
    {"networkdays", "write `working_days(a, b)`: the working days after a up to b"},
    {"workdays", "write `working_days(a, b)`: the working days after a up to b"},
    {"workday", "write `a + 10 working days`"},
    {"age", "write `years(a.born_on, as_of)`: whole years from one date to the other"},
    {"yearfrac", "write `years(a, b)`: whole years from a to b"},
    {"len", "write `length(s)` for a text or a period, `count(x in ...)` for rows"},
    {"char_length", "write `length(s)`"},
    {"countif", kCount},
    {"countifs", kCount},
    {"counta", kCount},
    {"sumif", "write `sum(x.field for x in ... where ...)`"},
    {"sumifs", "write `sum(x.field for x in ... where ...)`"},
    {"avg", kMean},
    {"average", kMean},
    {"averageif", kMean},
    {"exists", kSome},
    {"any", kSome},
    {"all", "write `every x in ... satisfies ...`"},
    {"contains", kSearch},
    {"instr", kSearch},
    {"find", kSearch},
    {"search", kSearch},
    {"regexp", kSearch},
    {"left", kText},
    {"right", kText},
    {"mid", kText},
    {"substr", kText},
    {"mod", kModulo},
    {"int", kType},
    {"integer", kType},
    {"number", kType},
    {"to_number", kType},
    {"float", kType},
    {"str", kType},
    {"vlookup", kLookUp},
    {"xlookup", kLookUp},
    {"lookup", kLookUp},
    {"concatenate", "write `concat(a, b)`"},
    {"iif", kIf},
    {"ifs", kIf},
}};

std::string lower(std::string_view word) {
  std::string result(word);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

template <std::size_t Size>
std::string help_for(const std::array<Row, Size>& rows, std::string_view name) {
  const std::string word = lower(name);
  for (const auto& [foreign, help] : rows) {
    if (foreign == word) return std::string(help);
  }
  return {};
}

}  // namespace

std::string foreign_name_help(std::string_view name) { return help_for(kNames, name); }

std::string foreign_function_help(std::string_view name) { return help_for(kFunctions, name); }

}  // namespace remit::lang::check
