#pragma once

#include <map>
#include <optional>
#include <set>
#include <vector>

#include "data/dataset.h"
#include "engine/evaluate.h"
#include "lang/environment.h"
#include "lang/typed.h"
#include "value/value.h"

namespace remit::engine::reference {

using lang::typed::NodePtr;
using value::Date;
using value::Value;

/// Kleene's three values: nothing is unknown.
using Truth = std::optional<bool>;

/// The slots of one scope: slot 0 is the own date, a missing row is a missing value.
using Frame = std::vector<Value>;

/// What every evaluation of one rule set needs and does not change, and where it notes dates
/// that the calendar does not cover.
struct World {
  const lang::Environment& environment;
  const data::Dataset& data;
  Date as_of;
  std::set<CalendarMiss>& misses;
  /// By table, from when on it is stated complete.
  const std::map<int, Date>& complete;
  /// Tables that may have rows that nobody has seen.
  std::set<int> open = {};
};

inline Value missing() { return {value::Missing{}}; }

}  // namespace remit::engine::reference
