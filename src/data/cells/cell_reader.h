#pragma once

#include <cstdint>
#include <string_view>

#include "data/cells/constraints.h"
#include "data/readers/row_source.h"
#include "value/value.h"

namespace remit::data {

enum class CellState : std::uint8_t { kKnown, kMissing, kBad };

/// What a cell says.
struct CellReading {
  CellState state = CellState::kMissing;
  std::int64_t whole = 0;   ///< of an integer; days of a date; 1 for true
  double number = 0;        ///< of a number
  std::string_view text{};  ///< of a string
  CellProblem problem{};    ///< of a bad cell
};

/// Reads the cells of one field, each for itself. It never changes, so that threads can share it.
class CellReader {
 public:
  explicit CellReader(const model::Field& field);

  CellReading read(const Cell& cell) const;
  /// The same as a value.
  value::Value value(const Cell& cell) const;

  const model::Field& field() const { return *field_; }
  /// Has anything to check besides the type.
  bool constrained() const { return constrained_; }
  bool is_missing(std::string_view text) const {
    if ((missing_sizes_ >> (text.size() < 63 ? text.size() : 63) & 1) == 0) return false;
    if (text.empty()) return true;
    return (missing_starts_ >> start_bit(text) & 1) != 0 && is_among_missing(text);
  }

 private:
  static unsigned start_bit(std::string_view text) {
    return static_cast<unsigned char>(text[0]) & 63U;
  }
  bool is_among_missing(std::string_view text) const;
  CellReading read_string(std::string_view text) const;
  CellReading read_boolean(std::string_view text) const;
  CellReading read_integer(std::string_view text) const;
  CellReading read_number(std::string_view text) const;
  CellReading read_day(std::string_view text) const;

  const model::Field* field_;
  Constraints constraints_;
  bool constrained_;
  std::uint64_t missing_sizes_ = 0;   ///< a bit for each length of a missing value, 63 for more
  std::uint64_t missing_starts_ = 0;  ///< a bit for the first byte of each, by its lowest six bits
};

}  // namespace remit::data
