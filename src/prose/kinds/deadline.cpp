#include <fmt/format.h>

#include "prose/telling.h"
#include "prose/value.h"

namespace remit::prose {

void tell(const rules::Deadline& kind, Telling& telling) {
  Context& context = telling.context();
  const bool is_date = kind.within->type.kind == value::Kind::kDate;
  telling.add(Part::kDuty, [&] {
    const std::string trigger = value(kind.trigger, context);
    const std::string within = value(kind.within, context);
    const std::string limit =
        is_date ? fmt::format("From {} on, and by {}", trigger, within)
                : fmt::format("Within {} after {}, that day included", within, trigger);
    const std::string times =
        kind.times ? fmt::format("at least {} of these dates", value(kind.times, context)) : "this";
    return led(fmt::format("{}, {} must come: ", limit, times),
               elements(kind.response, "one of", context));
  });
  if (kind.counts_from) {
    telling.add(Part::kDetail, [&]() -> std::string {
      return fmt::format("What came before that day counts too, from {} on",
                         value(kind.counts_from, context));
    });
  }
  if (kind.until) {
    telling.add(Part::kDetail, [&]() -> std::string {
      return fmt::format(
          "The duty ends with {}: if that comes first and within the time, nothing "
          "is asked; if it comes later, the delay is counted up to then",
          value(kind.until, context));
    });
  }
}

}  // namespace remit::prose
