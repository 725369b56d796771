#pragma once

#include <functional>
#include <string>

#include "data/dataset.h"
#include "privacy/fields.h"

namespace remit::privacy {

/// Says anew, without the cells, what a data finding says of a field whose values are not shown.
/// Of a table that has such fields it also leaves out what may hold more than the one cell: a whole
/// row, or a value that has swallowed others. `personal` are the fields with what is quoted beside
/// them.
void leave_out_cells(const model::Model& model, const Marks& personal, data::DataFinding& finding);

/// What is wrong with a value, by the code of the finding: `is no date`.
std::string fault_of(const std::string& code);

}  // namespace remit::privacy
