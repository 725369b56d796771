#pragma once

#include "data/dataset.h"
#include "data/finding_list.h"
#include "data/key_index.h"
#include "data/memory_table.h"
#include "data/read.h"

namespace remit::data {

/// A table as its file says, before anything is looked up in other tables.
struct ReadTable {
  Table table;
  ReadCounts counts;
  FindingList findings;
  std::vector<std::size_t> column_numbers;  ///< by field, from 1; 0 where the file has none
  KeyIndex keys{1, false};                  ///< of the rows
  KeyIndex later{1, false};                 ///< of rows that have not happened yet
};

/// A table that the export does not have: no rows.
ReadTable absent_table(const model::Table& model);
/// Reads the rows of one file into columns: rejects what cannot be identified, leaves out what
/// happens after `as_of`.
ReadTable read_table(const model::Table& model, const Input& input, value::Date as_of);
/// The same from a table in memory; one without rows has been given all the same.
ReadTable read_table(const model::Table& model, const MemoryTable& rows, value::Date as_of);

}  // namespace remit::data
