#pragma once

#include <memory>
#include <string>
#include <vector>

#include "data/bytes/byte_source.h"
#include "data/dataset.h"
#include "data/finding_list.h"
#include "data/key_index.h"
#include "data/memory_table.h"
#include "data/read_options.h"
#include "data/table_plan.h"

namespace remit::data {

/// A table as its file says, before anything is looked up in tables that are read after it.
struct ReadTable {
  Table table;
  ReadCounts counts;
  FindingList findings;
  std::vector<std::size_t> column_numbers;        ///< by field, from 1; 0 where the file has none
  KeyIndex keys{1, false};                        ///< of the rows, where other tables lead to them
  KeyIndex later{1, false};                       ///< of rows that have not happened yet
  std::shared_ptr<const Dictionary> later_texts;  ///< instead, where the key is one text
  std::vector<bool> resolved;                     ///< by relation: its targets are known
};

/// How a table is to be read.
struct TableRequest {
  const model::Table& model;
  std::string path;  ///< what findings name as its file
  value::Date as_of;
  std::vector<bool> stored;  ///< by field: its column is to be in memory
  bool is_target = false;    ///< other tables lead to its rows
  std::vector<DirectRelation> direct{};
  ReadOptions options{};
};

/// A table that the export does not have: no rows.
ReadTable absent_table(const model::Table& model);
/// Reads the rows of one file into columns: rejects what cannot be identified, leaves out what
/// happens after the as-of date. Throws ReadFailure.
ReadTable read_table(const TableRequest& request, const std::shared_ptr<const ByteSource>& source);
/// The same from a table in memory; one without rows has been given all the same.
ReadTable read_table(const TableRequest& request, const MemoryTable& rows);

}  // namespace remit::data
