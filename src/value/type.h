#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "value/duration.h"

namespace remit::value {

enum class Kind : std::uint8_t {
  kError,    ///< the type of what did not check: accepted everywhere, reported nowhere
  kMissing,  ///< the literal `missing`: takes the type of what it stands beside
  kBoolean,
  kInteger,
  kNumber,
  kString,
  kDate,
  kDuration,
  kPeriod,
  kRow,         ///< a row of `table`
  kList,        ///< of `element`
  kCollection,  ///< of rows of `table`, or of periods; stands only after `in`
};

/// The static type of an expression.
struct Type {
  Kind kind = Kind::kError;
  Kind element = Kind::kError;  ///< of a list or a collection
  int table = -1;  ///< of a row, and of a list or collection of rows: the model's table
  std::optional<DurationFamily> family;  ///< of a duration, where it is known before evaluation

  bool operator==(const Type&) const = default;
};

inline Type type(Kind kind) { return {kind, Kind::kError, -1, std::nullopt}; }
inline Type row_type(int table) { return {Kind::kRow, Kind::kError, table, std::nullopt}; }
inline Type list_type(Type element) {
  return {Kind::kList, element.kind, element.table, std::nullopt};
}

/// The word that messages use: `boolean`, `date`, `list of string`, `row` (a caller that knows the
/// model names the entity instead).
std::string to_string(const Type& type);

}  // namespace remit::value
