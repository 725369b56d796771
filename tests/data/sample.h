#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "data/dataset.h"
#include "data/read_options.h"
#include "model/model.h"

namespace remit::test {

/// A model out of YAML; fails the test where that has mistakes.
std::shared_ptr<const model::Model> sample_model(const std::string& yaml);

/// A file's name (its stem is the table) and its bytes.
using Files = std::vector<std::pair<std::string, std::string>>;

/// Reads files in memory, as of a date in YYYY-MM-DD.
data::Dataset read_sample(std::shared_ptr<const model::Model> model, const Files& files,
                          const std::string& as_of = "2026-09-30",
                          const data::ReadOptions& options = {});

/// Checks that the files read as `expected` (see describe) with any number of threads, in parts of
/// any size, and with columns left in the files.
void check_however_read(const std::shared_ptr<const model::Model>& model, const Files& files,
                        const std::string& as_of, const std::string& expected);

/// Everything that a data set holds, in a form that people read: counts, rows with their lines,
/// periods and relations, then findings.
std::string describe(const data::Dataset& data);

/// Checks what holds of every data set: the counts add up, every column has its rows, relations
/// and inverses agree, findings are in order and in UTF-8.
void check_sound(const data::Dataset& data);

}  // namespace remit::test
