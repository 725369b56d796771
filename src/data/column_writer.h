#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "data/blocks/part_column.h"
#include "data/cells/cell_reader.h"
#include "data/cells/short_texts.h"
#include "data/dataset.h"
#include "data/readers/row_batch.h"

namespace remit::data {

/// Fills one typed column, a batch of rows at a time. A bad cell is appended as missing.
class ColumnWriter {
 public:
  /// A cell that is not known: bad, with what is wrong, or missing.
  struct Trouble {
    std::uint32_t row;  ///< in the batch
    CellState state;
    CellProblem problem;
  };

  /// With `stored` off cells are checked as ever, and nothing is kept of them.
  ColumnWriter(const CellReader& reader, bool stored);

  void reserve(std::size_t rows);
  /// Appends the cells of a column in these rows of a batch, and adds those that are not known to
  /// `troubles`.
  void append(const RowBatch& batch, std::size_t column, const std::vector<std::uint32_t>& rows,
              std::vector<Trouble>& troubles);
  void append_missing(std::size_t rows);
  PartColumn take() { return std::move(column_); }

 private:
  template <typename Read>
  void append_each(const RowBatch& batch, std::size_t column,
                   const std::vector<std::uint32_t>& rows, std::vector<Trouble>& troubles,
                   Read read);
  bool append_day(std::string_view text);
  bool append_short(std::string_view text);
  CellReading append_slowly(const Cell& cell);
  void push(const CellReading& reading);
  std::int32_t code_of(const CellReading& reading);

  const CellReader& reader_;
  bool stored_;
  bool quietly_empty_;  ///< an empty cell is missing, and that is no finding
  PartColumn column_;
  std::string_view last_day_text_;
  std::int32_t last_day_ = 0;
  ShortTexts short_texts_;  ///< of strings the codes, of booleans the truth; only good ones
};

/// An empty column of a field's type.
Column empty_column(const model::Field& field);
/// A value as a number that is equal for equal values of the same column.
std::int64_t key_part(const Column& column, std::size_t row);
/// Makes a cell missing.
void forget(Column& column, std::size_t row);

}  // namespace remit::data
