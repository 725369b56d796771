#pragma once

#include <vector>

#include "engine/elements.h"
#include "rules/outcome.h"
#include "rules/rule.h"

namespace remit::engine {

/// Subjects that are left after a first look, and how many of the others are `not_applicable`;
/// those that are no subjects of a line of reserved tasks are in neither.
struct Screened {
  Elements subjects;
  std::size_t not_applicable = 0;
};

/// Leaves out those for which `when` is false, or whose task is another one, before anything else
/// is asked of them. Where a line is wanted for each of them, or where what is asked later could
/// leave something behind (a date that the calendar lacks), all stay.
Screened screen(const rules::Rule& rule, const Elements& subjects,
                const std::vector<rules::Verdict>& wanted, Context& context);

/// Which tasks are known and not among those of a line.
Bitmap other_tasks(const rules::Reserve& line, const Vector& tasks);

}  // namespace remit::engine
