#pragma once

#include <string>
#include <vector>

#include <absl/container/flat_hash_map.h>

#include "engine/context.h"
#include "engine/vector.h"
#include "lang/typed.h"

namespace remit::engine {

/// From the value of a tie's element side to the rows of the table that have it.
class TieIndex {
 public:
  TieIndex(const lang::typed::Binding& binding, const lang::typed::TableSource& source,
           const std::vector<lang::Slot>& slots, Context& context);

  /// The rows whose key may equal element i of the outer side, in row order: those that have it
  /// and those whose key is unknown; all rows where the outer side is unknown.
  Indices candidates(const Vector& outer, std::size_t i) const;

 private:
  static std::string key_of(const Vector& vector, std::size_t i);

  absl::flat_hash_map<std::string, Indices> rows_;
  Indices unknown_;
  std::size_t size_;
};

}  // namespace remit::engine
