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
  UnstoredCells(std::shared_ptr<const RowTexts> texts, std::shared_ptr<const TablePlan> plan)
      : texts_(std::move(texts)), plan_(std::move(plan)) {}

  value::Value cell(const Table& table, std::size_t field, std::size_t row) const;

 private:
  bool is_dangling(const Table& table, std::size_t field, std::size_t row) const;

  std::shared_ptr<const RowTexts> texts_;
  std::shared_ptr<const TablePlan> plan_;
};

}  // namespace remit::data
