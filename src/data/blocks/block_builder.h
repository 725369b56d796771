#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "data/blocks/table_block.h"
#include "data/column_writer.h"
#include "data/readers/row_batch.h"
#include "data/table_plan.h"

namespace remit::data {

/// Makes a block out of the batches of a part of a table.
class BlockBuilder {
 public:
  /// `part`: how many bytes the batches come from. `place_step`: of every how many rows the place
  /// is noted.
  BlockBuilder(const TablePlan& plan, std::size_t part, std::size_t place_step);
  void add(const RowBatch& batch);
  TableBlock take();

 private:
  using Rows = std::vector<std::uint32_t>;

  void reserve(const RowBatch& batch);
  void reject_faults(const RowBatch& batch);
  void select(const RowBatch& batch);
  bool happens_later(const RowBatch& batch, std::uint32_t row) const;
  bool has_key(const RowBatch& batch, std::uint32_t row) const;
  bool is_known(const RowBatch& batch, std::uint32_t row, std::size_t field) const;
  std::string key_of(const RowBatch& batch, std::uint32_t row) const;
  const Cell& cell(const RowBatch& batch, std::uint32_t row, std::size_t field) const;
  void reject_without_key(const RowBatch& batch, std::uint32_t row);
  void note_later(const RowBatch& batch);
  void append_columns(const RowBatch& batch);
  void report_troubles(const RowBatch& batch, std::size_t field);
  void report(const RowBatch& batch, std::uint32_t row, std::size_t field, CellProblem problem);
  void resolve(const RowBatch& batch, std::size_t direct);
  void report_dangling(const RowBatch& batch, std::uint32_t row, const DirectRelation& relation);
  void keep_keys(const RowBatch& batch);
  void trace_keys(const RowBatch& batch);
  void note_places(const RowBatch& batch);

  const TablePlan& plan_;
  std::size_t part_;
  std::size_t place_step_;
  TableBlock block_;
  std::vector<ColumnWriter> writers_;
  std::vector<ColumnWriter> later_writers_;
  std::vector<ColumnWriter::Trouble> troubles_;
  Rows kept_;   ///< of the batch at hand
  Rows later_;  ///< likewise, those with a key
  std::vector<std::uint32_t> index_in_kept_;
  std::string last_key_;
};

}  // namespace remit::data
