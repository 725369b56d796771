#pragma once

#include <cstdint>
#include <vector>

#include "data/dataset.h"
#include "findings/finding.h"

namespace remit::auditing {

/// A row of a table of the model.
struct SubjectRow {
  int table = -1;
  std::int32_t row = -1;
};

/// By finding the rows that its subject is made of. Rows that are not found are left out.
std::vector<std::vector<SubjectRow>> subject_rows(const data::Dataset& data,
                                                  const std::vector<findings::Finding>& findings);

}  // namespace remit::auditing
