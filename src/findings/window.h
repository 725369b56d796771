#pragma once

#include <optional>

#include "rules/outcome.h"
#include "value/date.h"

namespace remit::findings {

/// The days that an audit is about, both inclusive; without a side it is open there.
struct Window {
  std::optional<value::Date> from;
  std::optional<value::Date> to;
};

/// Whether the finding's period shares a day with the window, or its due date lies in it. What
/// has neither (an unknown whose dates are themselves missing) is kept: it may well lie inside,
/// and to leave it out would call it settled.
bool meets(const rules::Outcome& outcome, const Window& window);

}  // namespace remit::findings
