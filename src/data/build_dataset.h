#pragma once

#include <memory>
#include <string>
#include <vector>

#include "data/bytes/byte_source.h"
#include "data/memory_table.h"
#include "data/read_options.h"
#include "data/read_table.h"

namespace remit::data {

/// Takes what an export has of each table, reads the tables one after the other, those that others
/// lead to first, and puts them together.
class DatasetBuilder {
 public:
  DatasetBuilder(std::shared_ptr<const model::Model> model, value::Date as_of, ReadOptions options);
  /// The file of a table. A table can be given once.
  void add(std::size_t table, std::string path, std::unique_ptr<const ByteSource> bytes);
  /// A table in memory, which must stay there until the end.
  void add(const MemoryTable& rows);
  /// Reads all. Throws ReadFailure.
  Dataset finish();
  /// The file that was being read when `finish` threw.
  const std::string& current() const { return current_; }

 private:
  struct Given {
    std::string path;
    std::shared_ptr<const ByteSource> bytes;
    const MemoryTable* rows = nullptr;
  };

  bool is_given(std::size_t table) const;
  void read(std::size_t table);
  bool leads_to(std::size_t table) const;
  bool is_followed(std::size_t table, std::size_t relation) const;
  std::vector<DirectRelation> direct_relations(std::size_t table);
  std::vector<bool> stored_fields(std::size_t table, const std::vector<DirectRelation>& direct);

  std::shared_ptr<const model::Model> model_;
  value::Date as_of_;
  ReadOptions options_;
  std::vector<Given> given_;
  std::string current_;
  std::vector<bool> begun_;
  std::vector<bool> done_;
  std::vector<ReadTable> tables_;
};

}  // namespace remit::data
