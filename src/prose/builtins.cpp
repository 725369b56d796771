#include <fmt/args.h>
#include <fmt/format.h>

#include <algorithm>

#include "prose/value.h"

namespace remit::prose {
namespace {

using lang::Builtin;

/// How a call of a built-in function is said; `{0}` is its first argument, `{all}` the list of all.
struct Wording {
  Builtin function;
  std::size_t arguments;  ///< 0 for any number
  std::string_view words;
};

constexpr Wording kWordings[] = {
    {Builtin::kDays, 2, "the number of days from {0} to {1}"},
    {Builtin::kWorkingDays, 2, "the number of working days after {0} up to and including {1}"},
    {Builtin::kMonths, 2, "the number of whole months from {0} to {1}"},
    {Builtin::kYears, 2, "the number of whole years from {0} to {1}"},
    {Builtin::kWeekday, 1, "the weekday of {0} (Monday is 1, Sunday is 7)"},
    {Builtin::kYear, 1, "the year of {0}"},
    {Builtin::kMonth, 1, "the month of {0} (January is 1)"},
    {Builtin::kDay, 1, "the day of the month of {0}"},
    {Builtin::kPeriod, 1, "the days from {0} on"},
    {Builtin::kPeriod, 2, "the days from {0} to the day before {1}"},
    {Builtin::kPeriodLength, 1, "the length in days of {0} (up to the as-of date if without end)"},
    {Builtin::kLower, 1, "{0} in small letters"},
    {Builtin::kUpper, 1, "{0} in capital letters"},
    {Builtin::kTrim, 1, "{0} without blanks around it"},
    {Builtin::kStringLength, 1, "the number of characters of {0}"},
    {Builtin::kSubstring, 2, "{0} from character {1} on"},
    {Builtin::kSubstring, 3, "the part of {0} that starts at character {1}, at most {2} long"},
    {Builtin::kConcat, 0, "the text that joins {all}"},
    {Builtin::kAbs, 1, "{0} without its sign"},
    {Builtin::kRound, 1, "{0} rounded to a whole number"},
    {Builtin::kRound, 2, "{0} rounded to so many decimal places: {1}"},
    {Builtin::kFloor, 1, "{0} rounded down"},
    {Builtin::kCeiling, 1, "{0} rounded up"},
    {Builtin::kMinOf, 0, "the smallest of {all}"},
    {Builtin::kMaxOf, 0, "the largest of {all}"},
    {Builtin::kCoalesce, 0, "the first of these that is known: {all}"},
};

/// The same of dates.
constexpr Wording kDateWordings[] = {
    {Builtin::kMinOf, 0, "the earliest of {all}"},
    {Builtin::kMaxOf, 0, "the latest of {all}"},
};

template <typename Wordings>
const Wording* find(const Wordings& wordings, const lang::typed::BuiltinCall& call) {
  const auto found =
      std::find_if(std::begin(wordings), std::end(wordings), [&](const Wording& each) {
        return each.function == call.function &&
               (each.arguments == 0 || each.arguments == call.arguments.size());
      });
  return found == std::end(wordings) ? nullptr : &*found;
}

/// What an overlap is of, and what overlaps in it are of.
void flatten_overlap(const lang::typed::BuiltinCall& node, Context& context,
                     std::vector<std::string>& phrases) {
  for (const NodePtr& each : node.arguments) {
    const auto* inner = std::get_if<lang::typed::BuiltinCall>(&each->kind);
    if (inner != nullptr && inner->function == Builtin::kOverlap) {
      flatten_overlap(*inner, context, phrases);
    } else {
      phrases.push_back(grouped_value(each, context));
    }
  }
}

/// A period up to the day after a date has that date as its last day; empty for any other.
std::string inclusive_period(const lang::typed::BuiltinCall& node, Context& context) {
  const auto* sum = std::get_if<lang::typed::Arithmetic>(&node.arguments[1]->kind);
  if (sum == nullptr || sum->op != lang::typed::ArithmeticOperator::kAdd) return {};
  const auto* step = std::get_if<lang::typed::Constant>(&sum->right->kind);
  if (step == nullptr || step->value.data != value::Value{value::Duration{1}}.data) return {};
  return fmt::format("the days from {} to {} (both included)", value(node.arguments[0], context),
                     value(sum->left, context));
}

}  // namespace

std::string builtin_phrase(const lang::typed::BuiltinCall& node, Context& context) {
  const bool of_dates = node.arguments[0]->type.kind == value::Kind::kDate;
  const Wording* wording = of_dates ? find(kDateWordings, node) : nullptr;
  if (wording == nullptr) wording = find(kWordings, node);
  if (node.function == Builtin::kPeriod && node.arguments.size() == 2) {
    std::string both = inclusive_period(node, context);
    if (!both.empty()) return both;
  }
  std::vector<std::string> arguments;
  if (node.function == Builtin::kOverlap) {
    flatten_overlap(node, context, arguments);
    return fmt::format("the days that {} have in common", joined(arguments, "and"));
  }
  for (const NodePtr& each : node.arguments) arguments.push_back(grouped_value(each, context));
  fmt::dynamic_format_arg_store<fmt::format_context> values;
  for (const std::string& each : arguments) values.push_back(each);
  std::string all = joined(arguments, "and");
  if (wording == nullptr) return all;
  if (wording->arguments == 0) {
    std::string words(wording->words);
    return words.replace(words.find("{all}"), 5, all);
  }
  return fmt::vformat(std::string(wording->words), values);
}

}  // namespace remit::prose
