#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "data/blocks/column_joiner.h"
#include "data/blocks/row_keys.h"
#include "data/blocks/table_block.h"
#include "data/read_table.h"
#include "data/row_texts.h"
#include "data/table_plan.h"

namespace remit::data {

/// Where the blocks of a table come from, for what they do not hold.
struct BlockOrigin {
  std::size_t threads = 1;
  std::size_t first_line = 0;  ///< added to the lines of blocks
  bool by_row = false;         ///< cells are looked up by the number of a row, not by its line
  /// Makes the look-up of cells out of the places that the blocks have noted.
  std::function<std::shared_ptr<const RowTexts>(std::vector<RowBatch::Place>)> texts;
  /// The hashes of the keys of a block, from where it begins to where it ends.
  std::function<std::vector<std::uint64_t>(std::size_t begin, std::size_t end)> hashes;
};

/// Puts the blocks of a table together: rows with a key that is taken are left out, values that
/// must be unique are checked.
class TableJoiner {
 public:
  TableJoiner(std::shared_ptr<const TablePlan> plan, const BlockOrigin& origin, ReadTable& result);
  /// Makes room for so many rows.
  void reserve(std::size_t rows);
  /// The blocks come in order.
  void add(TableBlock block);
  void finish();

 private:
  bool has_room(const TableBlock& block);
  void add_findings(TableBlock& block);
  void add_columns(TableBlock& block);
  void report_left_out();
  void take_columns();
  void take_later();
  void take_codes(std::size_t field);
  void forget_dangling();
  void keep_targets();
  void keep_keys();
  void reject_taken(const std::vector<Duplicate>& duplicates);
  void drop(const Bitmap& dropped);
  void check_unique(std::size_t field);
  void reject_value(std::size_t field, std::size_t row, std::size_t first);
  std::string text_at(std::size_t row, std::size_t field) const;
  std::string key_at(std::size_t row) const;

  std::shared_ptr<const TablePlan> shared_plan_;
  const TablePlan& plan_;
  const model::Table& model_;
  const BlockOrigin& origin_;
  ReadTable& result_;
  Table& table_;
  std::size_t rows_ = 0;
  std::size_t lines_;
  std::size_t left_out_ = 0;       ///< rows beyond the most that can be numbered
  std::size_t left_out_line_ = 0;  ///< of the first
  std::vector<ColumnJoiner> columns_;
  std::vector<ColumnJoiner> later_;  ///< by part of the key
  std::vector<Codes> targets_;       ///< by direct relation
  std::vector<std::vector<std::size_t>>
      dangling_;  ///< likewise: rows of which the key leads nowhere
  RowKeys keys_;
  std::vector<RowBatch::Place> places_;
  std::shared_ptr<const RowTexts> texts_;
};

}  // namespace remit::data
