#pragma once

#include <vector>

#include "data/finding_list.h"
#include "data/readers/row_source.h"
#include "model/model.h"

namespace remit::data {

/// Which column of a file holds which field.
struct Header {
  std::vector<int> columns;  ///< by field: the cell's index, or -1 where the file does not have it
  /// Whether rows can be told apart: at least one field and the whole primary key are there.
  bool usable = false;
};

/// Finds the model's fields in the header row; what does not fit is a finding.
Header match_header(const model::Table& table, const Row& row, FindingList& findings);

}  // namespace remit::data
