#pragma once

#include <functional>
#include <memory>
#include <vector>

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
  /// The hashes of the keys of a block that has dropped them.
  std::function<std::vector<std::uint64_t>(const TableBlock&)> hashes;
};

/// Puts the blocks of a table together: rows with a key that is taken are left out, values that
/// must be unique are checked.
void join_blocks(std::vector<TableBlock> blocks, const std::shared_ptr<const TablePlan>& plan,
                 const BlockOrigin& origin, ReadTable& result);

}  // namespace remit::data
