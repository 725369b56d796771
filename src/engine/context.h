#pragma once

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
#include "engine/trace.h"
#include "lang/environment.h"

namespace remit::engine {

/// From the key of a tie to the rows of the table that have it, and those whose key is unknown.
class TieIndex;

/// What the evaluation of one rule can see, and what it leaves behind.
struct Context {
  const data::Dataset& data;
  const lang::Environment& environment;
  value::Date as_of;
  std::set<CalendarMiss>& misses;
  Trace* trace = nullptr;

  using DictionaryPtr = std::shared_ptr<const data::Dictionary>;
  /// Made once for a rule: the code that a string of one dictionary has in another, or -1. The
  /// keys hold their dictionaries, so that no other one can come to stand at the same address.
  std::map<std::pair<DictionaryPtr, DictionaryPtr>, data::Codes> translations;
  std::map<const void*, std::shared_ptr<const TieIndex>> ties;

  /// Tables that may lack rows, so that what is not in them proves nothing.
  std::set<int> open;
  /// Of a rule with `over`: from this day on nothing that the rule reads is lacking; and how a
  /// finding says so.
  std::optional<value::Date> known_from;
  std::string known_note;
  Observer* observer = nullptr;  ///< null for none

  const data::Table& table(int index) const { return data.tables[static_cast<std::size_t>(index)]; }
  const model::Table& table_model(int index) const {
    return data.model->tables[static_cast<std::size_t>(index)];
  }
  const data::Codes& translation(const DictionaryPtr& from, const DictionaryPtr& to);
  /// What is asked beside the evaluation: sees the same, and its misses go elsewhere.
  Context beside(std::set<CalendarMiss>& elsewhere) const;
  /// Notes that the calendar does not reach the date that was needed.
  void miss(value::Date date);
};

}  // namespace remit::engine
