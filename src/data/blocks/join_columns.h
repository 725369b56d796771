#pragma once

#include <cstddef>
#include <vector>

#include "data/bitmap.h"
#include "data/blocks/table_block.h"
#include "data/table_plan.h"

namespace remit::data {

/// A column of the whole table out of those of its blocks, which are emptied; of strings the codes
/// are in the order of first use. `later`, by part of the key, gets the values of rows that have
/// not happened yet, with the same codes.
Column join_column(std::vector<TableBlock>& blocks, const TablePlan& plan, std::size_t field,
                   std::vector<Column>& later);
/// Leaves out rows.
void drop_rows(Column& column, const Bitmap& dropped);
/// Gives a string column a byte a row where that is enough.
void narrow(Column& column);

}  // namespace remit::data
