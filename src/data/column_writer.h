#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "data/cells/constraints.h"
#include "data/dataset.h"
#include "data/readers/row_source.h"

namespace remit::data {

enum class CellState : std::uint8_t { kKnown, kMissing, kBad };

/// Fills one typed column cell by cell. A bad cell is appended as missing, and `problem` says why.
class ColumnWriter {
 public:
  explicit ColumnWriter(const model::Field& field);

  /// Makes room for so many rows in all.
  void reserve(std::size_t rows);
  CellState append(const Cell& cell);
  /// What `append` would do, as far as the text alone tells; nothing is appended.
  CellState judge(const Cell& cell) const;
  void append_missing();
  void pop_back();
  /// Makes the last cell missing.
  void forget_last();

  bool last_known() const { return column_.known.get(column_.known.size() - 1); }
  const CellProblem& problem() const { return problem_; }
  const Column& column() const { return column_; }
  Column take() { return std::move(column_); }

 private:
  bool is_missing(std::string_view text) const;
  CellState append_string(std::string_view text);
  CellState append_boolean(std::string_view text);
  CellState append_integer(std::string_view text);
  CellState append_number(std::string_view text);
  CellState append_day(std::string_view text);
  CellState bad(CellProblem problem);

  const model::Field* field_;
  Constraints constraints_;
  bool constrained_;  ///< has anything for `constraints_` to check
  Column column_;
  std::shared_ptr<Dictionary> dictionary_;
  CellProblem problem_;
};

/// An empty column of a field's type.
Column empty_column(const model::Field& field);
/// A value as a number that is equal for equal values of the same column.
std::int64_t key_part(const Column& column, std::size_t row);
/// Makes a cell missing.
void forget(Column& column, std::size_t row);

}  // namespace remit::data
