#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "data/readers/row_source.h"

namespace remit::data {

/// Looks up what stands in the source of a table; threads may share it.
class RowTexts {
 public:
  RowTexts() = default;
  RowTexts(const RowTexts&) = delete;
  RowTexts& operator=(const RowTexts&) = delete;
  virtual ~RowTexts() = default;

  /// The cell of a row, which starts on `line`, in a column of the source; `text` holds what it
  /// shows.
  virtual Cell at(std::size_t row, std::size_t line, std::size_t column,
                  std::string& text) const = 0;
};

/// The rows that are left of a table: their numbers in it.
class RowsLeft : public RowTexts {
 public:
  RowsLeft(std::shared_ptr<const RowTexts> table, std::vector<std::size_t> rows)
      : table_(std::move(table)), rows_(std::move(rows)) {}
  Cell at(std::size_t row, std::size_t line, std::size_t column, std::string& text) const override {
    return table_->at(rows_[row], line, column, text);
  }

 private:
  std::shared_ptr<const RowTexts> table_;
  std::vector<std::size_t> rows_;
};

}  // namespace remit::data
