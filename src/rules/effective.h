#pragma once

#include <optional>

#include "rules/rule.h"
#include "yaml/mapping.h"

namespace remit::rules {

/// `effective` as it is written: what stands there, and no more.
struct EffectiveKeys {
  std::optional<value::Date> from;
  std::optional<value::Date> to;
  std::optional<bool> then_unknown;
  bool clock_restart = false;  ///< only of `frequency`
  text::Location clock_where;
  text::Location where;
};

/// Reads `effective` of a rule, of a line of `reserve` or of an override; nothing where there is
/// none.
std::optional<EffectiveKeys> read_effective(yaml::Mapping& rule, text::Diagnostics& diagnostics);

/// Lays what is written over what was in force before, and reports what then makes no sense.
void apply(const EffectiveKeys& keys, Effective& effective, text::Diagnostics& diagnostics);

}  // namespace remit::rules
