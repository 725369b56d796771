#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "data/cells/cell_reader.h"
#include "data/dataset.h"
#include "data/row_texts.h"
#include "data/table_plan.h"

namespace remit::data {

/// Reads cells of columns that are not in memory where they stand; threads may share it.
class UnstoredCells {
 public:
  /// `dangling`: by direct relation the rows, in order, of which the key leads nowhere.
  UnstoredCells(std::shared_ptr<const RowTexts> texts, std::shared_ptr<const TablePlan> plan,
                std::vector<std::vector<std::size_t>> dangling)
      : texts_(std::move(texts)), plan_(std::move(plan)), dangling_(std::move(dangling)) {}

  value::Value cell(const Table& table, std::size_t field, std::size_t row) const;

 private:
  bool is_dangling(std::size_t field, std::size_t row) const;

  std::shared_ptr<const RowTexts> texts_;
  std::shared_ptr<const TablePlan> plan_;
  std::vector<std::vector<std::size_t>> dangling_;
};

}  // namespace remit::data
