#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "data/readers/row_source.h"

namespace remit::data {

/// A few hundred rows at a time. Their cells live until the next batch is asked for.
struct RowBatch {
  struct Place {
    std::size_t line = 0;
    std::size_t offset = 0;  ///< in the source: a byte of a file, a row of a table in memory
  };
  /// A row that cannot be taken, in words that outlive the batch.
  struct Fault {
    RowFault kind = RowFault::kFieldCount;
    std::size_t line = 0;    ///< of the row, or of the quotation mark
    std::size_t column = 0;  ///< of the quotation mark
    std::size_t cells = 0;   ///< how many the row has
    std::string text;        ///< of its first cell, or from the quotation mark on
  };

  std::size_t width = 0;
  std::vector<Cell> cells;  ///< row after row
  std::vector<Place> places;
  std::vector<Fault> faults;
  bool plain = false;  ///< nothing but ASCII in all of them, and no NUL

  std::size_t size() const { return places.size(); }
  const Cell& cell(std::size_t row, std::size_t column) const {
    return cells[row * width + column];
  }
  void clear() {
    cells.clear();
    places.clear();
    faults.clear();
  }
};

/// Where batches come from: a part of a file, or a table in memory.
class BatchSource {
 public:
  BatchSource() = default;
  BatchSource(const BatchSource&) = delete;
  BatchSource& operator=(const BatchSource&) = delete;
  virtual ~BatchSource() = default;
  /// False after the last row.
  virtual bool next(RowBatch& batch) = 0;
};

}  // namespace remit::data
