#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "data/dataset.h"
#include "data/memory_table.h"
#include "data/read_options.h"
#include "text/diagnostic.h"
#include "value/date.h"

namespace remit::data {

/// A file's bytes under the table that they belong to.
struct Input {
  int table;
  std::string path;
  std::string_view content;
};

/// Reads a folder of CSV files, `<resource>.csv` each. What is wrong in a file is a data finding
/// of the result; a folder or file that cannot be read at all is an error, and nothing comes back.
std::optional<Dataset> read_folder(const std::shared_ptr<const model::Model>& model,
                                   const std::string& folder, value::Date as_of,
                                   text::Diagnostics& diagnostics, const ReadOptions& options = {});

/// The same from bytes in memory, which are not needed afterwards.
Dataset read_inputs(std::shared_ptr<const model::Model> model, const std::vector<Input>& inputs,
                    value::Date as_of, const ReadOptions& options = {});
/// The same from tables in memory, each at most once; all columns are kept.
Dataset read_memory(std::shared_ptr<const model::Model> model,
                    const std::vector<MemoryTable>& tables, value::Date as_of);

}  // namespace remit::data
