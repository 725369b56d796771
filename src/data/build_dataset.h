#pragma once

#include <memory>
#include <vector>

#include "data/read_table.h"

namespace remit::data {

/// Takes the files of an export one after the other, so that only one of them is in memory, and
/// puts the tables together at the end.
class DatasetBuilder {
 public:
  DatasetBuilder(std::shared_ptr<const model::Model> model, value::Date as_of);
  /// Reads a table; its bytes are not needed afterwards. A table can be given once.
  void add(const Input& input);
  void add(const MemoryTable& rows);
  Dataset finish();

 private:
  std::shared_ptr<const model::Model> model_;
  value::Date as_of_;
  std::vector<ReadTable> tables_;
};

}  // namespace remit::data
