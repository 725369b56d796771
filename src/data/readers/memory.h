#pragma once

#include <cstddef>

#include "data/memory_table.h"
#include "data/readers/row_batch.h"
#include "model/model.h"

namespace remit::data {

/// Goes through a table that stands in memory; its columns are the fields of the model, and the
/// places of its rows their numbers.
class MemoryRows : public BatchSource {
 public:
  MemoryRows(const model::Table& model, const MemoryTable& table) : model_(model), table_(table) {}
  bool next(RowBatch& batch) override;

 private:
  const model::Table& model_;
  const MemoryTable& table_;
  std::size_t position_ = 0;
};

}  // namespace remit::data
