#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "data/dataset.h"
#include "engine/evaluate.h"
#include "engine/observer.h"
#include "engine/tie_indexes.h"
#include "engine/trace.h"
#include "engine/vector.h"
#include "engine/worlds.h"
#include "lang/environment.h"

namespace remit::engine {

/// What indices of elements can count.
constexpr std::size_t kMostElements = std::numeric_limits<std::uint32_t>::max();

/// What the evaluation of some subjects of one rule can see, and what it leaves behind. Each thread
/// has its own; only `ties` is shared.
struct Context {
  const data::Dataset& data;
  const lang::Environment& environment;
  value::Date as_of;
  std::set<CalendarMiss>& misses;
  Trace* trace = nullptr;

  using DictionaryPtr = std::shared_ptr<const data::Dictionary>;
  /// Made once for a rule: the code that a string of one dictionary has in another, or -1. The
  /// keys hold their dictionaries, so that no other one can come to stand at the same address.
  std::map<std::pair<DictionaryPtr, DictionaryPtr>, data::Codes> translations = {};
  std::shared_ptr<TieIndexes> ties = std::make_shared<TieIndexes>();

  /// Tables that may lack rows, so that what is not in them proves nothing.
  std::set<int> open = {};
  /// Of a rule with `over`: from this day on nothing that the rule reads is lacking; and how a
  /// finding says so.
  std::optional<value::Date> known_from = std::nullopt;
  std::string known_note = {};
  Observer* observer = nullptr;  ///< null for none
  /// Of the first table of a rule, the rows that are looked at, in order; null for all.
  const Indices* rows = nullptr;
  /// Of `rows`: the worlds that they are looked at in; null where there is but one.
  const Worlds* worlds = nullptr;

  /// A collection with more elements for all tuples of its frame throws TooManyElements.
  std::size_t most_elements = kMostElements;

  const data::Table& table(int index) const { return data.tables[static_cast<std::size_t>(index)]; }
  const model::Table& table_model(int index) const {
    return data.model->tables[static_cast<std::size_t>(index)];
  }
  /// For another part of the same rule, whose misses go elsewhere.
  Context for_part(std::set<CalendarMiss>& elsewhere) const;
  const data::Codes& translation(const DictionaryPtr& from, const DictionaryPtr& to);
  /// What is asked beside the evaluation: sees the same, and its misses go elsewhere.
  Context beside(std::set<CalendarMiss>& elsewhere) const;
  /// Notes that the calendar does not reach the date that was needed.
  void miss(value::Date date);
};

}  // namespace remit::engine
