#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include <absl/container/flat_hash_map.h>

#include "data/dataset.h"
#include "rules/rule.h"

namespace remit::advise {

struct RowRef {
  int table;
  std::int32_t row;
};

/// Finds the rows that a subject is made of by its key.
class SubjectRows {
 public:
  explicit SubjectRows(const data::Dataset& data) : data_(data) {}

  /// Those of all rows that the rule's `for` binds, in its order; empty where the key cannot be
  /// taken apart.
  std::vector<RowRef> rows_of(const rules::Rule& rule, const std::string& key);

 private:
  std::int32_t row(int table, const std::string& key);

  const data::Dataset& data_;
  std::map<int, absl::flat_hash_map<std::string, std::int32_t>> keys_;
};

}  // namespace remit::advise
