#include <algorithm>

#include <fmt/format.h>

#include "prose/telling.h"
#include "prose/value.h"

namespace remit::prose {
namespace {

using rules::Limit;

/// The days, or the stretches of days, on which the bounds hold.
std::string where(const Limit& kind, Telling& telling) {
  Context& context = telling.context();
  const std::string over = kind.over           ? value(kind.over, context)
                           : telling.rule().on ? value(telling.rule().on, context)
                                               : "the as-of date";
  switch (kind.per) {
    case Limit::Per::kDay:
      return kind.over ? "On every day of " + over : "On " + over;
    case Limit::Per::kCalendarMonth:
      return fmt::format("In each calendar month that lies wholly in {}", over);
    case Limit::Per::kCalendarYear:
      return fmt::format("In each calendar year that lies wholly in {}", over);
    case Limit::Per::kDuration:
      return fmt::format(
          "In each stretch of {}, counted from the start of {} and lying wholly in it",
          value(kind.per_duration, context), over);
  }
  return {};
}

std::string bounds(const Limit& kind, Context& context) {
  std::vector<std::string> texts;
  if (kind.at_least) texts.push_back("at least " + value(kind.at_least, context));
  if (kind.at_most) texts.push_back("at most " + value(kind.at_most, context));
  return joined(texts, "and");
}

bool has_weight(const Limit& kind) {
  return std::any_of(kind.count.begin(), kind.count.end(),
                     [](const rules::Elements& each) { return each.weight != nullptr; });
}

/// How much an element counts, and which of them count as one; `which` tells it from others.
void tell_weight(const rules::Elements& each, const std::string& which, bool days,
                 Telling& telling) {
  Context& context = telling.context();
  if (each.weight) {
    telling.add(Part::kDetail, [&] {
      return led(fmt::format("The weight of {} is ", which), long_value(each.weight, context));
    });
  }
  if (each.unit) {
    telling.add(Part::kDetail, [&] {
      return led(fmt::format("Of {} those that agree in the following count once{}, with the "
                             "largest weight: ",
                             which, days ? "" : " a day"),
                 long_value(each.unit, context));
    });
  }
}

}  // namespace

void tell(const Limit& kind, Telling& telling) {
  Context& context = telling.context();
  const bool days = kind.per == Limit::Per::kDay;
  telling.add(Part::kDuty, [&]() -> std::string {
    const std::string on = where(kind, telling);
    return fmt::format(
        "{}, {} must be {}", on,
        has_weight(kind) ? "the weights of what counts, added up," : "the number of what counts",
        bounds(kind, context));
  });
  telling.add(Part::kDuty, [&] {
    return led(
        days ? "What counts, if it includes the day, is " : "What counts, if it lies there, is ",
        elements(kind.count, "each of", context));
  });
  for (std::size_t index = 0; index < kind.count.size(); ++index) {
    const std::string which =
        kind.count.size() == 1 ? "what counts" : fmt::format("the {} of these", ordinal(index + 1));
    tell_weight(kind.count[index], which, days, telling);
  }
}

}  // namespace remit::prose
