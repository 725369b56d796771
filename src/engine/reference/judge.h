#pragma once

#include <vector>

#include "engine/reference/timing.h"
#include "engine/reference/world.h"
#include "rules/outcome.h"
#include "rules/rule.h"

namespace remit::engine::reference {

/// One verdict on a subject, with the days it is about.
struct Ruling {
  rules::Verdict verdict = rules::Verdict::kPass;
  std::optional<Days> period;
  std::optional<Date> due;
  /// An unknown that `on_unknown` does not decide otherwise.
  bool final = false;
  bool operator==(const Ruling&) const = default;
};

struct Judged {
  rules::Subject subject;
  std::vector<Ruling> rulings;  ///< at least one
};

/// All subjects of a rule, in the order of the tables' rows.
std::vector<Judged> judge(const World& world, const rules::Rule& rule);

}  // namespace remit::engine::reference
