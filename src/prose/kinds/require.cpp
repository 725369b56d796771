#include "prose/condition.h"
#include "prose/telling.h"
#include "prose/value.h"

namespace remit::prose {

void tell(const rules::Require& kind, Telling& telling) {
  telling.add(Part::kDuty, [&] {
    return led("It must be that ", condition(kind.require, true, telling.context()));
  });
}

}  // namespace remit::prose
