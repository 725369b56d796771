#include <fmt/format.h>

#include "prose/telling.h"
#include "prose/value.h"

namespace remit::prose {
namespace {

using rules::Frequency;
using rules::Phase;

std::string with_tolerance(const NodePtr& tolerance, Context& context) {
  return tolerance ? fmt::format(", or up to {} longer without a breach", value(tolerance, context))
                   : "";
}

/// For which waits a phase serves.
std::string serves(const Phase& phase, bool first, bool only, Context& context) {
  if (phase.until) {
    const bool is_date = phase.until->type.kind == value::Kind::kDate;
    const std::string until = value(phase.until, context);
    return is_date ? fmt::format("for a wait that starts before {}", until)
                   : fmt::format("for a wait that starts less than {} after the start", until);
  }
  if (phase.times) {
    const auto* constant = std::get_if<lang::typed::Constant>(&phase.times->kind);
    const std::string times = value(phase.times, context);
    const std::string which = first ? "first" : "next";
    return constant && times == "1" ? fmt::format("for the {} wait", which)
                                    : fmt::format("for the {} {} waits", which, times);
  }
  return only ? "for every wait" : "for every wait after that";
}

Statement phase_item(const Phase& phase, const Frequency& kind, bool first, Context& context) {
  return context.gather([&]() -> Statement {
    const bool only = kind.phases.size() == 1 && !kind.first_within;
    const std::string every = value(phase.every, context);
    const NodePtr& tolerance = phase.tolerance ? phase.tolerance : kind.tolerance;
    return {fmt::format("{}{}, {}", every, with_tolerance(tolerance, context),
                        serves(phase, first, only, context)),
            {}};
  });
}

/// What the waits may be at most, by the order of the waits.
Statement intervals(const Frequency& kind, Context& context) {
  if (kind.phases.size() == 1 && !kind.first_within) {
    return {value(kind.phases[0].every, context) + with_tolerance(kind.tolerance, context), {}};
  }
  Statement list{"these times:", {}};
  if (kind.first_within) {
    list.items.push_back({value(kind.first_within, context) +
                              with_tolerance(kind.tolerance, context) + ", for the very first wait",
                          {}});
  }
  bool first = !kind.first_within;
  for (const Phase& phase : kind.phases) {
    list.items.push_back(phase_item(phase, kind, first, context));
    first = false;
  }
  return list;
}

void tell_pauses(const Frequency& kind, Telling& telling) {
  if (kind.pause.empty()) return;
  Context& context = telling.context();
  telling.add(Part::kDetail,
              [&] { return led("A pause is ", elements(kind.pause, "each of", context)); });
  telling.add(Part::kDetail, [&]() -> std::string {
    return kind.restart ? "A pause stops the clock: a wait is judged up to the first day of the "
                          "pause, what happens during it does not count, and a new wait starts on "
                          "the first day after it"
                        : "The days of a pause are not counted: they put off the end of the wait, "
                          "and of the stretch that an interval serves, by as many days";
  });
}

}  // namespace

void tell(const Frequency& kind, Telling& telling) {
  Context& context = telling.context();
  telling.add(Part::kDuty, [&] {
    return led(
        fmt::format("During {} this must happen again and again: ", value(kind.over, context)),
        elements(kind.event, "one of", context));
  });
  telling.add(Part::kDuty, [&] {
    return led(
        "The wait for it, from the start of that time and then from each one to the next, "
        "may last at most ",
        intervals(kind, context));
  });
  telling.add(Part::kDetail, []() -> std::string {
    return "The last wait ends with that time, or on the as-of date if that is earlier";
  });
  tell_pauses(kind, telling);
  if (kind.clock_restart) {
    telling.add(Part::kDetail, []() -> std::string {
      return "Where the duty came into force during that time, the first wait starts on that day";
    });
  }
}

}  // namespace remit::prose
