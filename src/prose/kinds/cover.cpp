#include <fmt/format.h>

#include "prose/telling.h"
#include "prose/value.h"

namespace remit::prose {

void tell(const rules::Cover& kind, Telling& telling) {
  Context& context = telling.context();
  telling.add(Part::kDuty, [&] {
    const std::string over = value(kind.over, context);
    const std::string gap =
        kind.grace ? fmt::format("without a gap longer than {}", value(kind.grace, context))
                   : "without a gap";
    return led(fmt::format("Every day of {} must be covered, {}, by ", over, gap),
               elements(kind.by, "each of", context));
  });
}

}  // namespace remit::prose
